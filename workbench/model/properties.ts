import { invalidArgument } from "../protocol/errors";
import { either, flag, number, text } from "../protocol/richApi/checks";
import { type PropertyMember, apiType, leadsTo, reads, takes, writes } from "../protocol/richApi/members";
import { Collection, collectionMembers } from "./collection";
import type { Workbook } from "./workbook";

const TEXTS = ["title", "subject", "author", "keywords", "comments", "category", "manager", "company"] as const;
const LONGEST = 255;

/** The document's properties: they stay with the file, whichever add-in reads them. */
export class DocumentProperties {
  static readonly api = apiType("DocumentProperties", { ...Object.fromEntries(TEXTS.map((name): [string, PropertyMember] => [name, writes(text)])), custom: leadsTo() });

  constructor(readonly workbook: Workbook) {}

  get custom(): CustomPropertyCollection {
    return new CustomPropertyCollection(this.workbook);
  }
}

for (const name of TEXTS) {
  Object.defineProperty(DocumentProperties.prototype, name, {
    get(this: DocumentProperties) {
      return this.workbook.state.properties[name] ?? "";
    },
    set(this: DocumentProperties, value: string) {
      this.workbook.state.properties[name] = value;
      this.workbook.changed("properties");
    },
  });
}

export class CustomPropertyCollection extends Collection<CustomProperty> {
  static override readonly api = apiType("CustomPropertyCollection", { ...collectionMembers, add: takes(text, either(flag, number, text)), deleteAll: takes() });

  constructor(private readonly workbook: Workbook) {
    super();
  }

  get items(): CustomProperty[] {
    return Object.keys(this.workbook.state.customProperties).map((key) => new CustomProperty(this.workbook, key));
  }

  /** A property that is there already gets the value. */
  add(key: string, value: string | number | boolean): CustomProperty {
    if (key === "" || key.length > LONGEST) throw invalidArgument("CustomPropertyCollection.add", `a key has 1 to ${LONGEST} characters`);
    const existing = this.find(key) ?? new CustomProperty(this.workbook, key);
    existing.value = value;
    return existing;
  }

  deleteAll(): void {
    this.workbook.state.customProperties = {};
    this.workbook.changed("properties");
  }
}

export class CustomProperty {
  static readonly api = apiType("CustomProperty", { key: reads(), value: writes(either(flag, number, text)), type: reads(), delete: takes() });

  constructor(private readonly workbook: Workbook, readonly key: string) {}

  get identity(): string {
    return this.key;
  }

  get value(): string | number | boolean {
    return this.workbook.state.customProperties[this.key] ?? "";
  }

  /** Texts are cut at 255 characters, as Excel does. */
  set value(value: string | number | boolean) {
    this.workbook.state.customProperties[this.key] = typeof value === "string" ? value.slice(0, LONGEST) : value;
    this.workbook.changed("properties");
  }

  get type(): string {
    const { value } = this;
    if (typeof value === "string") return "String";
    if (typeof value === "boolean") return "Boolean";
    return Number.isInteger(value) ? "Number" : "Float";
  }

  delete(): void {
    delete this.workbook.state.customProperties[this.key];
    this.workbook.changed("properties");
  }
}

/** Properties of one sheet. */
export class WorksheetCustomPropertyCollection extends Collection<WorksheetCustomProperty> {
  static override readonly api = apiType("WorksheetCustomPropertyCollection", { ...collectionMembers, add: takes(text, text) });

  constructor(private readonly workbook: Workbook, private readonly sheetId: string) {
    super();
  }

  get items(): WorksheetCustomProperty[] {
    return Object.keys(this.workbook.sheetState(this.sheetId).customProperties).map((key) => new WorksheetCustomProperty(this.workbook, this.sheetId, key));
  }

  add(key: string, value: string): WorksheetCustomProperty {
    if (key === "" || key.length > LONGEST) throw invalidArgument("WorksheetCustomPropertyCollection.add", `a key has 1 to ${LONGEST} characters`);
    const existing = this.find(key) ?? new WorksheetCustomProperty(this.workbook, this.sheetId, key);
    existing.value = value;
    return existing;
  }
}

export class WorksheetCustomProperty {
  static readonly api = apiType("WorksheetCustomProperty", { key: reads(), value: writes(text), delete: takes() });

  constructor(private readonly workbook: Workbook, private readonly sheetId: string, readonly key: string) {}

  get identity(): string {
    return this.key;
  }

  get value(): string {
    return this.workbook.sheetState(this.sheetId).customProperties[this.key] ?? "";
  }

  set value(value: string) {
    this.workbook.sheetState(this.sheetId).customProperties[this.key] = value;
    this.workbook.changed("properties");
  }

  delete(): void {
    delete this.workbook.sheetState(this.sheetId).customProperties[this.key];
    this.workbook.changed("properties");
  }
}
