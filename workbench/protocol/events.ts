import { MAX_COLUMNS, MAX_ROWS, around, bottom, formatRect, intersect } from "../grid/a1";
import type { EditSource } from "../grid/grid";
import type { Rect } from "../grid/rect";
import type { Workbook } from "../model/workbook";
import { typeOf } from "./richApi/members";

/** One event as office.js takes it: category, type, target, JSON, id, "from another host". */
export type EventEntry = readonly [number, number, string, string, number, boolean];

/** Turns what happens in the grid into Office.js events, for those that the add-in has asked for. */
export interface EventSource {
  onRegister(object: object, registration: string): void;
  /** How many handlers are registered: none are left when the add-in has tidied up. */
  registered(): number;
}

const OBJECT_EVENT = 65536;
const TYPE = { changed: 10, activated: 11, deactivated: 12, added: 13, selection: 14, deleted: 15, calculated: 16, tableSelection: 100, tableChanged: 101, tableAdded: 102, tableDeleted: 103 } as const;
const WORKBOOK = "Workbook";
const KEPT_RANGES = 1000;

interface Change {
  readonly sheetId: string;
  readonly rect: Rect;
  readonly source: EditSource;
  readonly changeType: string;
  readonly shiftDirection: string;
  /** Who had asked for changes when this one was made. */
  readonly hearers: string;
}

const DATA_CHANGED = "_RegisterDataChangedEvent";

export function createEvents(workbook: Workbook, send: (entries: EventEntry[]) => void): EventSource {
  const { grid } = workbook;
  const registrations = new Map<string, number>();
  const changes: Change[] = [];
  let queue: EventEntry[] = [];
  let [scheduled, sequence, active] = [false, 0, grid.activeSheet()];

  const asked = (type: string, id: string, name: string) => (registrations.get(`${type}:${id}:${name}`) ?? 0) > 0;

  /** Events go out after the batch that made the change, all together. */
  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setTimeout(() => {
      scheduled = false;
      for (const change of changes.splice(0)) pushChange(change);
      const entries = queue;
      queue = [];
      if (entries.length > 0) send(entries);
    }, 0);
  }

  function push(type: number, target: string, json: unknown): void {
    if (!workbook._Runtime.enableEvents) return;
    queue.push([OBJECT_EVENT, type, target, JSON.stringify(json), ++sequence, false]);
    schedule();
  }

  function sheetEvent(type: number, registration: string, sheetId: string): void {
    const json = { worksheetId: sheetId, source: "Local" };
    if (asked("Worksheet", sheetId, registration)) push(type, sheetId, json);
    if (asked("WorksheetCollection", "", registration)) push(type, WORKBOOK, json);
  }

  /** Writes that continue one another (office.js cuts a large one into pieces) are told as one. */
  function note(made: Omit<Change, "hearers">): void {
    const hearers = [...registrations.keys()].filter((key) => key.endsWith(DATA_CHANGED)).join(" ");
    if (workbook.quiet || !workbook._Runtime.enableEvents || hearers === "") return;
    const change = { ...made, hearers };
    const last = changes.at(-1);
    const continues = last && last.hearers === hearers && last.changeType === "RangeEdited" && change.changeType === "RangeEdited" && last.sheetId === change.sheetId && last.source === change.source
      && last.rect.column === change.rect.column && last.rect.columns === change.rect.columns && change.rect.row <= bottom(last.rect) + 1 && change.rect.row >= last.rect.row;
    if (last && continues) changes[changes.length - 1] = { ...last, rect: around(last.rect, change.rect) };
    else changes.push(change);
    schedule();
  }

  function pushChange({ sheetId, rect, source, changeType, shiftDirection, hearers }: Change): void {
    const heard = new Set(hearers.split(" "));
    const hears = (type: string, id: string) => heard.has(`${type}:${id}:${DATA_CHANGED}`) && asked(type, id, DATA_CHANGED);
    const json = (part: Rect) => {
      const referenceId = `{EVT-${sequence + 1}}`;
      workbook.eventRanges.set(referenceId, workbook.rangeOf(sheetId, part));
      const oldest = workbook.eventRanges.keys().next().value;
      if (workbook.eventRanges.size > KEPT_RANGES && oldest !== undefined) workbook.eventRanges.delete(oldest);
      return { changeType, source: "Local", worksheetId: sheetId, address: formatRect(part), referenceId, triggerSource: source === "api" ? "ThisLocalAddin" : "Unknown", shiftDirection, valueBefore: null, valueAfter: null };
    };
    if (hears("Worksheet", sheetId)) push(TYPE.changed, sheetId, json(rect));
    if (hears("WorksheetCollection", "")) push(TYPE.changed, WORKBOOK, json(rect));
    for (const table of grid.tables()) {
      const part = table.sheetId === sheetId ? intersect(table.rect, rect) : null;
      if (!part) continue;
      if (hears("Table", table.id)) push(TYPE.tableChanged, table.id, { ...json(part), tableId: table.id });
      if (hears("TableCollection", "")) push(TYPE.tableChanged, WORKBOOK, { ...json(part), tableId: table.id });
    }
  }

  function tableEvent(type: number, registration: string, event: { tableId: string; sheetId: string; name?: string }): void {
    if (!asked("TableCollection", "", registration)) return;
    push(type, WORKBOOK, { tableId: event.tableId, tableName: event.name, worksheetId: event.sheetId, source: "Local" });
  }

  function selected({ sheetId, rect }: { sheetId: string; rect: Rect }): void {
    const name = "_RegisterSelectionChangedEvent";
    const json = { worksheetId: sheetId, address: formatRect(rect) };
    if (asked("Worksheet", sheetId, name)) push(TYPE.selection, sheetId, json);
    if (asked("WorksheetCollection", "", name)) push(TYPE.selection, WORKBOOK, json);
    for (const table of grid.tables()) {
      const part = table.sheetId === sheetId ? intersect(table.rect, rect) : null;
      if (asked("Table", table.id, name)) push(TYPE.tableSelection, table.id, { ...json, tableId: table.id, isInsideTable: part !== null, address: part ? formatRect(part) : "" });
    }
  }

  const rows = (sheetId: string, row: number, count: number) => ({ sheetId, rect: { row, column: 0, rows: count, columns: MAX_COLUMNS } });
  const columns = (sheetId: string, column: number, count: number) => ({ sheetId, rect: { row: 0, column, rows: MAX_ROWS, columns: count } });

  grid.on("edited", (edit) => note({ ...edit, changeType: "RangeEdited", shiftDirection: "None" }));
  grid.on("rowsInserted", (e) => note({ ...rows(e.sheetId, e.row, e.rows), source: e.source, changeType: "RowInserted", shiftDirection: "Down" }));
  grid.on("rowsDeleted", (e) => note({ ...rows(e.sheetId, e.row, e.rows), source: e.source, changeType: "RowDeleted", shiftDirection: "Up" }));
  grid.on("columnsInserted", (e) => note({ ...columns(e.sheetId, e.column, e.columns), source: e.source, changeType: "ColumnInserted", shiftDirection: "Right" }));
  grid.on("columnsDeleted", (e) => note({ ...columns(e.sheetId, e.column, e.columns), source: e.source, changeType: "ColumnDeleted", shiftDirection: "Left" }));
  workbook.onShift((shift) => note({ ...shift, source: "api" }));
  grid.on("activated", ({ sheetId }) => {
    if (sheetId === active) return;
    sheetEvent(TYPE.deactivated, "_RegisterDeactivatedEvent", active);
    active = sheetId;
    sheetEvent(TYPE.activated, "_RegisterActivatedEvent", sheetId);
  });
  grid.on("sheetAdded", ({ sheetId }) => sheetEvent(TYPE.added, "_RegisterAddedEvent", sheetId));
  grid.on("sheetDeleted", ({ sheetId }) => sheetEvent(TYPE.deleted, "_RegisterDeletedEvent", sheetId));
  grid.on("calculated", () => {
    for (const { id } of registrations.size > 0 ? grid.sheets() : []) sheetEvent(TYPE.calculated, "_RegisterCalculatedEvent", id);
  });
  grid.on("tableAdded", (event) => tableEvent(TYPE.tableAdded, "_RegisterAddedEvent", event));
  grid.on("tableDeleted", (event) => tableEvent(TYPE.tableDeleted, "_RegisterDeletedEvent", event));
  grid.on("selected", selected);

  return {
    onRegister(object, registration) {
      const { name } = typeOf(object);
      const id = name === "Worksheet" || name === "Table" ? String((object as { id?: unknown }).id) : "";
      const key = `${name}:${id}:${registration.replace(/^_Unregister/, "_Register")}`;
      const left = (registrations.get(key) ?? 0) + (registration.startsWith("_Unregister") ? -1 : 1);
      if (left > 0) registrations.set(key, left);
      else registrations.delete(key);
    },
    registered: () => [...registrations.values()].reduce((sum, n) => sum + n, 0),
  };
}
