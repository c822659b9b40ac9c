import { color, count, either, flag, oneOf, optional, text } from "../../protocol/richApi/checks";
import { apiType, leadsTo, reads, takes, writes } from "../../protocol/richApi/members";
import { rangeOrAddress } from "../rangeArgument";

const EVENTS = ["_RegisterDataChangedEvent", "_RegisterActivatedEvent", "_RegisterDeactivatedEvent", "_RegisterSelectionChangedEvent", "_RegisterCalculatedEvent"];

/** What of Excel's Worksheet is modelled. */
export const worksheetApi = apiType("Worksheet", {
  id: reads(),
  name: writes(text),
  position: writes(count),
  visibility: writes(oneOf("Visible", "Hidden", "VeryHidden")),
  tabColor: writes((value, where) => (value === "" ? "" : color(value, where))),
  showGridlines: writes(flag, "Gridlines"),
  showHeadings: writes(flag, "Headings"),
  tables: leadsTo(),
  charts: leadsTo(),
  freezePanes: leadsTo(),
  protection: leadsTo(),
  pageLayout: leadsTo(),
  customProperties: leadsTo(),
  getRange: takes(optional(rangeOrAddress)),
  getRangeByIndexes: takes(count, count, count, count),
  getCell: takes(count, count),
  getUsedRange: takes(optional(flag)),
  getUsedRangeOrNullObject: takes(optional(flag)),
  getNext: takes(optional(flag)),
  getNextOrNullObject: takes(optional(flag)),
  getPrevious: takes(optional(flag)),
  getPreviousOrNullObject: takes(optional(flag)),
  activate: takes(),
  calculate: takes(optional(either(flag, text))),
  delete: takes(),
}, EVENTS);
