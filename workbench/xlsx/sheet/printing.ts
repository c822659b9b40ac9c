import { element } from "../xml";

const PAPERS: Readonly<Record<string, number>> = { Letter: 1, Tabloid: 3, Legal: 5, A3: 8, A4: 9, A5: 11 };
const INCH = 72;

/** How a sheet is printed: the elements after the validations, and whether it is made to fit its pages. */
export function printSetup(layout: Readonly<Record<string, unknown>>): { readonly fits: boolean; readonly elements: readonly string[] } {
  const zoom = (layout.zoom ?? {}) as { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  const fits = zoom.horizontalFitToPages !== undefined || zoom.verticalFitToPages !== undefined;
  const margin = (name: string, standard: number): number => Number(layout[name] ?? standard) / INCH;
  const options = { horizontalCentered: flag(layout.centerHorizontally), verticalCentered: flag(layout.centerVertically), headings: flag(layout.printHeadings), gridLines: flag(layout.printGridlines) };
  const setup = {
    paperSize: PAPERS[String(layout.paperSize)], scale: fits ? undefined : zoom.scale,
    // 0 pages down is as many as it takes
    fitToWidth: fits ? zoom.horizontalFitToPages ?? 0 : undefined, fitToHeight: fits ? zoom.verticalFitToPages ?? 0 : undefined,
    orientation: layout.orientation === undefined ? undefined : String(layout.orientation).toLowerCase(),
    blackAndWhite: flag(layout.blackAndWhite), draft: flag(layout.draftMode),
  };
  return {
    fits,
    elements: [
      ...(Object.values(options).some((value) => value) ? [element("printOptions", options)] : []),
      element("pageMargins", { left: margin("leftMargin", 50.4), right: margin("rightMargin", 50.4), top: margin("topMargin", 54), bottom: margin("bottomMargin", 54), header: margin("headerMargin", 21.6), footer: margin("footerMargin", 21.6) }),
      ...(Object.values(setup).some((value) => value !== undefined) ? [element("pageSetup", setup)] : []),
    ],
  };
}

const flag = (value: unknown): true | undefined => (value === true ? true : undefined);
