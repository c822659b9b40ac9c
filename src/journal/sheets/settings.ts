import { type SheetPlan, type TablePlan } from "../schema";
import { SETTINGS } from "../settings";

/** What one decides once: how yields are quoted, and one's own limits. */
export const settings: TablePlan = {
  name: "Settings",
  columns: [
    { header: "Name", kind: "typed", width: 168, numberFormat: "General", align: "left", note: "Name of the setting. Functions and reports ask for it by this name: keep it." },
    { header: "Value", kind: "typed", width: 84, numberFormat: "General", align: "right", note: "Yours to change. After a change of the convention press Refresh, or use the pane, which does both." },
    { header: "Unit", kind: "typed", width: 108, numberFormat: "General", align: "left", note: "What the value counts." },
    { header: "What it does", kind: "typed", width: 450, numberFormat: "General", align: "left", note: "What changes when you change it." },
  ],
  rows: SETTINGS.map(({ name, value, unit, what }) => [name, value, unit, what]),
  cells: { header: "Value", rows: SETTINGS.map(({ numberFormat, choices }) => ({ numberFormat, ...(choices && { choices }) })) },
  highlights: [],
};

export const settingsSheet: SheetPlan = {
  name: "Settings",
  kind: "settings",
  title: "Settings",
  subtitle: "How yields are quoted, and your own limits. Every number that depends on a convention names it in its header.",
  tables: [settings],
};
