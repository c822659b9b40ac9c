import type { ConditionalFormat, Validation } from "../grid";
import type { Rect } from "../rect";
import { MemoryBook } from "./book";

/** What hangs on cells of the grid of plain objects: data validations and conditional formats. */
export abstract class MemoryRules extends MemoryBook {
  validationAt(sheetId: string, row: number, column: number): Validation | null {
    return this.sheet(sheetId).validationAt(row, column);
  }

  setValidation(sheetId: string, rect: Rect, validation: Validation | null): void {
    this.sheet(sheetId).setValidation(rect, validation);
  }

  conditionalFormats(sheetId: string): ConditionalFormat[] {
    return [...this.sheet(sheetId).conditionalFormats];
  }

  addConditionalFormat(format: Omit<ConditionalFormat, "id">): string {
    const id = `cf${++this.sequence}`;
    this.sheet(format.sheetId).conditionalFormats.unshift({ ...format, id });
    return id;
  }

  removeConditionalFormat(id: string): void {
    for (const sheet of this.list) sheet.conditionalFormats = sheet.conditionalFormats.filter((f) => f.id !== id);
  }

  setConditionalFormat(format: ConditionalFormat): void {
    const sheet = this.sheet(format.sheetId);
    sheet.conditionalFormats = sheet.conditionalFormats.map((f) => (f.id === format.id ? format : f));
  }

  moveConditionalFormat(id: string, priority: number): void {
    for (const sheet of this.list) {
      const format = sheet.conditionalFormats.find((f) => f.id === id);
      if (!format) continue;
      sheet.conditionalFormats = sheet.conditionalFormats.filter((f) => f.id !== id);
      sheet.conditionalFormats.splice(priority, 0, format);
    }
  }
}
