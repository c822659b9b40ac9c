import type { Box } from "../../grid/chartPlace";
import { draw } from "../draw";
import type { Picture } from "../picture";

/** One chart on the page: what is drawn, and what mouse and keyboard do to it. */
export interface Frame {
  readonly element: HTMLElement;
  place(box: Box): void;
  draw(picture: Picture, name: string, words: string, pixels: number): void;
  remove(): void;
}

interface Actions {
  /** By so many pixels, in place and size. */
  moved(by: Box): void;
  deleted(): void;
  /** The keyboard goes back to the sheet. */
  left(): void;
  /** Ctrl+Z, or Ctrl+Y. */
  tookBack(again: boolean): void;
  wheel(event: WheelEvent): void;
}

/** Which sides a grip takes along: -1 the left or upper one, 1 the right or lower one. */
const GRIPS = [[-1, -1], [0, -1], [1, -1], [-1, 0], [1, 0], [-1, 1], [0, 1], [1, 1]] as const;
const STEP = 4;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

export function createFrame(actions: Actions): Frame {
  const element = document.createElement("div");
  element.className = "chart";
  element.tabIndex = 0;
  element.setAttribute("role", "img");
  element.setAttribute("aria-roledescription", "chart");
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  element.append(canvas, ...GRIPS.map(([x, y]) => grip(element, x, y, actions)));
  let drawn = "";
  let undraw = (): void => undefined;

  dragging(element, element, ([dx, dy]) => ({ left: dx, top: dy, width: 0, height: 0 }), actions);
  element.addEventListener("wheel", (event) => actions.wheel(event), { passive: true });
  element.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    if (event.key === "Delete" || event.key === "Backspace") actions.deleted();
    else if (event.key === "Escape") actions.left();
    else if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) actions.tookBack(event.shiftKey || /y/i.test(event.key));
    else if (arrow) actions.moved({ left: arrow[0], top: arrow[1], width: 0, height: 0 });
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    element,
    place(box) {
      for (const [side, size] of Object.entries(box)) element.style.setProperty(side, `${size}px`);
    },
    draw(picture, name, words, pixels) {
      const key = JSON.stringify([picture, pixels]);
      if (key === drawn) return;
      drawn = key;
      element.title = name;
      element.setAttribute("aria-label", words);
      const { fill, border } = picture;
      canvas.style.background = fill === "none" ? "transparent" : fill;
      element.style.border = border.lineStyle === "None" ? "0" : `${Math.max(1, (border.weight ?? 0.75) * pixels)}px ${border.lineStyle === "Dot" ? "dotted" : border.lineStyle?.startsWith("Dash") ? "dashed" : "solid"} ${border.color ?? "#D9D9D9"}`;
      undraw();
      undraw = draw(canvas, picture, pixels);
    },
    remove() {
      undraw();
      element.remove();
    },
  };
}

function grip(element: HTMLElement, x: -1 | 0 | 1, y: -1 | 0 | 1, actions: Actions): HTMLElement {
  const handle = document.createElement("span");
  handle.className = "grip";
  handle.style.left = `${(x + 1) * 50}%`;
  handle.style.top = `${(y + 1) * 50}%`;
  handle.style.cursor = x === 0 ? "ns-resize" : y === 0 ? "ew-resize" : x === y ? "nwse-resize" : "nesw-resize";
  dragging(handle, element, ([dx, dy]) => ({ left: x < 0 ? dx : 0, top: y < 0 ? dy : 0, width: x * dx, height: y * dy }), actions);
  return handle;
}

/** Follows the mouse from press to release, shows where it would be, and tells of it once. */
function dragging(handle: HTMLElement, element: HTMLElement, change: (by: readonly [number, number]) => Box, { moved }: Actions): void {
  handle.addEventListener("pointerdown", (down) => {
    if (down.button !== 0) return;
    down.stopPropagation();
    element.focus({ preventScroll: true });
    handle.setPointerCapture(down.pointerId);
    const before = { left: element.offsetLeft, top: element.offsetTop, width: element.offsetWidth, height: element.offsetHeight };
    const by = (event: PointerEvent) => change([event.clientX - down.clientX, event.clientY - down.clientY]);
    const follow = (event: PointerEvent) => {
      const box = by(event);
      for (const side of ["left", "top", "width", "height"] as const) element.style.setProperty(side, `${before[side] + box[side]}px`);
    };
    const end = (event: PointerEvent) => {
      handle.removeEventListener("pointermove", follow);
      handle.removeEventListener("pointerup", end);
      handle.removeEventListener("pointercancel", end);
      const box = by(event);
      if (event.type === "pointerup" && Object.values(box).some((size) => size !== 0)) moved(box);
      else for (const side of ["left", "top", "width", "height"] as const) element.style.setProperty(side, `${before[side]}px`);
    };
    handle.addEventListener("pointermove", follow);
    handle.addEventListener("pointerup", end);
    handle.addEventListener("pointercancel", end);
  });
}
