import { invalidArgument, itemNotFound } from "../protocol/errors";
import { either, number, text } from "../protocol/richApi/checks";
import { type ApiType, apiType, takes, typeOf } from "../protocol/richApi/members";

/** Members that all of Excel's collections share; `items` is a getter of each. */
export const collectionMembers = { getCount: takes(), getItem: takes(either(text, number)), getItemOrNullObject: takes(either(text, number)) };

export interface Named {
  readonly id?: unknown;
  readonly identity?: unknown;
  readonly name?: string;
  readonly key?: string;
  readonly index?: number;
}

export abstract class Collection<Item extends Named> {
  static readonly api: ApiType = apiType("Collection", {});
  abstract get items(): Item[];

  getCount(): number {
    return this.items.length;
  }

  /** By id, or by name whatever its case. */
  find(key: string | number): Item | null {
    const wanted = String(key).toLowerCase();
    return this.items.find((item) => item.id === key || item.identity === key) ?? this.items.find((item) => String(item.name ?? item.key ?? item.id).toLowerCase() === wanted) ?? null;
  }

  getItem(key: string | number): Item {
    const item = this.find(key);
    if (!item) throw itemNotFound(`${typeOf(this).name}.getItem`);
    return item;
  }

  getItemOrNullObject(key: string | number): Item | null {
    return this.find(key);
  }

  getItemAt(index: number): Item {
    const item = this.items[index];
    if (!item) throw invalidArgument(`${typeOf(this).name}.getItemAt`, `there is no item ${index}`);
    return item;
  }
}
