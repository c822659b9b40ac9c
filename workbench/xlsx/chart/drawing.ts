import type { Chart, Corner } from "../../grid/chart";
import { element } from "../xml";

/** Where the charts of a sheet lie: each hangs between two cells, and moves and grows with them. */
export function drawingXml(charts: readonly { readonly chart: Chart; readonly relation: string }[]): string {
  return element("xdr:wsDr", { "xmlns:xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main" },
    ...charts.map(({ chart, relation }, index) =>
      element("xdr:twoCellAnchor", {}, corner("xdr:from", chart.anchor.from), corner("xdr:to", chart.anchor.to),
        element("xdr:graphicFrame", { macro: "" },
          element("xdr:nvGraphicFramePr", {}, element("xdr:cNvPr", { id: index + 2, name: chart.name, descr: chart.title.text }), element("xdr:cNvGraphicFramePr")),
          element("xdr:xfrm", {}, element("a:off", { x: 0, y: 0 }), element("a:ext", { cx: 0, cy: 0 })),
          element("a:graphic", {}, element("a:graphicData", { uri: CHART }, element("c:chart", { "xmlns:c": CHART, "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:id": relation }))),
        ),
        element("xdr:clientData"),
      ),
    ),
  );
}

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
/** English Metric Units in a point. */
const EMU = 12_700;

function corner(name: string, { row, column, x, y }: Corner): string {
  const number = (part: string, value: number): string => element(`xdr:${part}`, {}, String(Math.round(value)));
  return element(name, {}, number("col", column), number("colOff", x * EMU), number("row", row), number("rowOff", y * EMU));
}
