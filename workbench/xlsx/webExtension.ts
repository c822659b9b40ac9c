import type { Part, Relation } from "./package";
import { element, text } from "./xml";

const WEB = "http://schemas.microsoft.com/office/webextensions/";
const RELATION = "http://schemas.microsoft.com/office/2011/relationships/";

/** What Excel keeps of an add-in in the file: that it was there, and its settings; whoever opens the file is asked whether to trust it. Nothing where there are no settings. */
export function webExtension(settings: Readonly<Record<string, unknown>>): { readonly parts: readonly Part[]; readonly relations: readonly Relation[] } {
  if (Object.keys(settings).length === 0) return { parts: [], relations: [] };
  const properties = Object.entries(settings).map(([name, value]) => element("we:property", { name, value: JSON.stringify(value) }));
  const extension = element("we:webextension", { "xmlns:we": `${WEB}webextension/2010/11`, id: "{2D6C0C9A-3C43-4D0E-9E58-0C5B3F5A7A11}" },
    element("we:reference", { id: "workbench", version: "1.0.0.0", store: "developer", storeType: "Registry" }),
    element("we:alternateReferences"),
    element("we:properties", {}, ...properties),
    element("we:bindings"),
    element("we:snapshot", { "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships" }, text("")),
  );
  const panes = element("wetp:taskpanes", { "xmlns:wetp": `${WEB}taskpanes/2010/11` },
    element("wetp:taskpane", { dockstate: "right", visibility: false, width: 350, row: 0 }, element("wetp:webextensionref", { "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:id": "rId1" })),
  );
  const path = "xl/webextensions/webextension1.xml";
  return {
    parts: [
      { path: "xl/webextensions/taskpanes.xml", type: "application/vnd.ms-office.webextensiontaskpanes+xml", xml: panes, leadsTo: [{ id: "rId1", kind: `${RELATION}webextension`, path }] },
      { path, type: "application/vnd.ms-office.webextension+xml", xml: extension },
    ],
    relations: [{ id: "rId5", kind: `${RELATION}webextensiontaskpanes`, path: "xl/webextensions/taskpanes.xml" }],
  };
}
