import { ICommandService, type Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { IRenderManagerService } from "@univerjs/preset-sheets-core";
import { COMMAND_LISTENER_SKELETON_CHANGE } from "@univerjs/sheets";

/** Where the cells of the active sheet are on the screen. In pixels of the page. */
export interface Sight {
  readonly sheetId: string;
  readonly zoom: number;
  /** The drawing surface: the headers of rows and columns, and the cells. */
  readonly surface: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** What the headers take of it. */
  readonly header: { readonly width: number; readonly height: number };
  /** How far the cells that are not frozen have gone to the left and up. */
  readonly scrolled: { readonly x: number; readonly y: number };
}

export interface View {
  /** Null as long as nothing is drawn. */
  look(): Sight | null;
  /** Calls when sheet, scroll, zoom or size have changed; several times for one change at worst. */
  onMove(handler: () => void): void;
  /** Lets the sheet have a turn of the wheel that came down on something over it. */
  wheel(event: WheelEvent): void;
}

const MAIN = "viewMain";

export function viewOf(container: HTMLElement, api: FUniver, injector: Injector, renders: typeof IRenderManagerService): View {
  const manager = injector.get(renders);
  const render = () => {
    const book = api.getActiveWorkbook();
    return book ? manager.getRenderById(book.getId()) : null;
  };
  const canvas = () => render()?.engine.getCanvasElement();

  return {
    look() {
      const [drawn, element, sheet] = [render(), canvas(), api.getActiveWorkbook()?.getActiveSheet()];
      const viewport = drawn?.scene.getViewport(MAIN);
      const skeleton = sheet?.getSkeleton();
      if (!drawn || !element || !viewport || !sheet || !skeleton) return null;
      const { left, top, width, height } = element.getBoundingClientRect();
      const { scaleX: zoom } = drawn.scene.getAncestorScale();
      const header = { width: skeleton.rowHeaderWidthAndMarginLeft * zoom, height: skeleton.columnHeaderHeightAndMarginTop * zoom };
      return { sheetId: sheet.getSheetId(), zoom, surface: { left, top, width, height }, header, scrolled: { x: viewport.viewportScrollX * zoom, y: viewport.viewportScrollY * zoom } };
    },
    onMove(handler) {
      const { Scroll, SheetZoomChanged, ActiveSheetChanged } = api.Event;
      for (const event of [Scroll, SheetZoomChanged, ActiveSheetChanged]) api.addEvent(event, handler);
      // not by SheetSkeletonChanged: whoever listens to that makes the deletion of a sheet's last rows fail, because Univer looks for them to tell of them
      injector.get(ICommandService).onCommandExecuted(({ id }) => {
        if (COMMAND_LISTENER_SKELETON_CHANGE.includes(id)) handler();
      });
      new ResizeObserver(handler).observe(container);
    },
    wheel(event) {
      canvas()?.dispatchEvent(new WheelEvent("wheel", event));
    },
  };
}
