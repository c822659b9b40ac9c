import type { Chart } from "../../grid/chart";
import type { Check, PropertyMember } from "../../protocol/richApi/members";
import { writes } from "../../protocol/richApi/members";
import type { Workbook } from "../workbook";

/** The chart that a part belongs to. */
export interface ChartOwner {
  readonly workbook: Workbook;
  readonly info: Chart;
  replace(chart: Chart): void;
}

export type Path = readonly (string | number)[];
type Data = Readonly<Record<string, unknown>>;

/** What remembers what was said of it. */
export interface Says {
  readonly said: Data;
  say(patch: Data): void;
}

/** A part of a chart: where its data lies in the chart's own, nothing else. */
export abstract class Part implements Says {
  constructor(readonly owner: ChartOwner, readonly path: Path) {}

  /** What was said of this part so far. */
  get said(): Data {
    return (this.path.reduce<unknown>((data, key) => (data as Data | undefined)?.[key], this.owner.info) ?? {}) as Data;
  }

  /** Undefined takes back what was said. */
  say(patch: Data): void {
    this.owner.replace(patched(this.owner.info, this.path, patch) as Chart);
  }

  protected at(...steps: Path): Path {
    return [...this.path, ...steps];
  }
}

/** A property that is kept as it was said: how it is checked, and what it is as long as nothing was said. */
export interface Kept<P extends Says> {
  readonly check: Check;
  readonly standard: (part: P) => unknown;
}

export function kept<P extends Says>(check: Check, standard: unknown): Kept<P> {
  return { check, standard: () => standard };
}

export function keptAs<P extends Says>(check: Check, standard: (part: P) => unknown): Kept<P> {
  return { check, standard };
}

export function membersOf<P extends Says>(properties: Readonly<Record<string, Kept<P>>>): Record<string, PropertyMember> {
  return Object.fromEntries(Object.entries(properties).map(([name, { check }]) => [name, writes(check)]));
}

/** Gives a class its kept properties. */
export function keep<P extends Says>(type: { readonly prototype: P }, properties: Readonly<Record<string, Kept<P>>>): void {
  for (const [name, { standard }] of Object.entries(properties)) {
    Object.defineProperty(type.prototype, name, {
      get(this: P) {
        return this.said[name] ?? standard(this);
      },
      set(this: P, value: unknown) {
        this.say({ [name]: value });
      },
    });
  }
}

function patched(data: unknown, path: Path, patch: Data): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return without({ ...(data as Data), ...patch });
  if (Array.isArray(data)) return data.map((item: unknown, i) => (i === key ? patched(item, rest, patch) : item));
  return { ...(data as Data | undefined), [key]: patched((data as Data | undefined)?.[key] ?? {}, rest, patch) };
}

function without(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}
