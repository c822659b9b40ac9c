import { ApiError, apiNotFound } from "../errors";

/** Checks one argument, and may convert it; throws an ApiError which names `where`. Null and undefined mean "omitted" for arguments. */
export type Check = (value: unknown, where: string) => unknown;

export interface PropertyMember {
  readonly kind: "property";
  /** Absent when the property can only be read. */
  readonly check: Check | null;
  readonly navigation: boolean;
  /** Not given by a plain load(): only when it is asked for by name. */
  readonly onRequest: boolean;
  /** The name on the wire where it is not just the member's own. */
  readonly wire?: string;
}

export interface MethodMember {
  readonly kind: "method";
  readonly checks: readonly Check[];
}

/** What of an Office.js type is modelled. Everything else fails loudly. */
export interface ApiType {
  readonly name: string;
  readonly members: Readonly<Record<string, PropertyMember | MethodMember>>;
  /** The event registrations that are understood ("_RegisterDataChangedEvent"). */
  readonly events: readonly string[];
}

/** An object of the model: its class carries `static readonly api`. */
export type ApiObject = Record<string, unknown>;

export function apiType(name: string, members: ApiType["members"], events: readonly string[] = []): ApiType {
  return { name, members, events };
}

export const reads = (): PropertyMember => ({ kind: "property", check: null, navigation: false, onRequest: false });
export const writes = (check: Check, wire?: string): PropertyMember => ({ kind: "property", check, navigation: false, onRequest: false, ...(wire ? { wire } : {}) });
export const onRequest = (member: PropertyMember): PropertyMember => ({ ...member, onRequest: true });
export const leadsTo = (): PropertyMember => ({ kind: "property", check: null, navigation: true, onRequest: false });
export const takes = (...checks: Check[]): MethodMember => ({ kind: "method", checks });

export function typeOf(object: object): ApiType {
  const api = (object.constructor as unknown as { api?: ApiType }).api;
  if (!api) throw new ApiError("GeneralException", `the workbench's ${object.constructor.name} says nothing of its members`, object.constructor.name, 500);
  return api;
}

/** The member for a name on the wire ("ColumnWidth") or in a load ("columnWidth"). */
export function findMember(object: object, wire: string, what: "property" | "method"): { name: string; member: PropertyMember | MethodMember; where: string } {
  const type = typeOf(object);
  const name = wireNames(type).get(wire.toLowerCase());
  const member = name === undefined ? undefined : type.members[name];
  if (name === undefined || !member || member.kind !== what) throw apiNotFound(`${type.name}.${camel(wire)}`, what);
  usedMembers.add(`${type.name}.${name}`);
  return { name, member, where: `${type.name}.${name}` };
}

/** Members that were asked for since the program started, so that a test can tell which ones nobody ever tried. */
export const usedMembers = new Set<string>();

const known = new WeakMap<ApiType, Map<string, string>>();

function wireNames(type: ApiType): Map<string, string> {
  let names = known.get(type);
  if (!names) {
    names = new Map(Object.entries(type.members).map(([name, member]) => [((member.kind === "property" && member.wire) || name).toLowerCase(), name]));
    for (const name of Object.keys(type.members)) names.set(name.toLowerCase(), name);
    known.set(type, names);
  }
  return names;
}

function camel(wire: string): string {
  return wire.charAt(0).toLowerCase() + wire.slice(1);
}
