import { invalidArgument } from "../protocol/errors";
import { anything, text } from "../protocol/richApi/checks";
import { apiType, reads, takes, writes } from "../protocol/richApi/members";
import { Collection, collectionMembers } from "./collection";
import type { Workbook } from "./workbook";

/** Settings of the add-in in the workbook; any JSON. */
export class SettingCollection extends Collection<Setting> {
  static override readonly api = apiType("SettingCollection", { ...collectionMembers, add: takes(text, anything) });

  constructor(private readonly workbook: Workbook) {
    super();
  }

  get items(): Setting[] {
    return Object.keys(this.workbook.state.settings).map((key) => new Setting(this.workbook, key));
  }

  /** A setting that is there already gets the value. */
  add(key: string, value: unknown): Setting {
    if (key === "") throw invalidArgument("SettingCollection.add", "a key is expected");
    this.workbook.state.settings[key] = value ?? null;
    this.workbook.changed("settings");
    return new Setting(this.workbook, key);
  }
}

export class Setting {
  static readonly api = apiType("Setting", { key: reads(), value: writes(anything), delete: takes() });

  constructor(private readonly workbook: Workbook, readonly key: string) {}

  get identity(): string {
    return this.key;
  }

  get value(): unknown {
    return this.workbook.state.settings[this.key] ?? null;
  }

  set value(value: unknown) {
    this.workbook.state.settings[this.key] = value;
    this.workbook.changed("settings");
  }

  delete(): void {
    delete this.workbook.state.settings[this.key];
    this.workbook.changed("settings");
  }
}
