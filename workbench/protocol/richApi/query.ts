import { type ApiObject, findMember, typeOf, usedMembers } from "./members";
import type { QueryInfo } from "./wire";

/**
 * What a load() asks of an object: its own properties, properties of what it leads to ("format/fill/color"), and for a collection those of its items.
 * With `json` (retrieve) names stay camelCase, else they are as on the wire. Null stays null: a null object has no properties.
 */
export function query(object: ApiObject | null, info: QueryInfo, json: boolean): unknown {
  if (object === null) return null;
  const wanted = sortOut(info);
  if (Array.isArray(object.items)) return queryItems(object, info, wanted, json);
  const answer: Record<string, unknown> = {};
  if (wanted.all) for (const name of scalars(object)) answer[keyOf(name, json)] = plain(object[name]);
  for (const asked of wanted.own) {
    const { name, member } = findMember(object, asked, "property");
    const value = object[name];
    const navigation = member.kind === "property" && member.navigation;
    answer[keyOf(name, json)] = navigation ? query(value as ApiObject | null, {}, json) : plain(value);
  }
  for (const [asked, Select] of wanted.nested) {
    const { name } = findMember(object, asked, "property");
    answer[keyOf(name, json)] = query((object[name] ?? null) as ApiObject | null, { Select }, json);
  }
  return answer;
}

function queryItems(collection: ApiObject, info: QueryInfo, wanted: Wanted, json: boolean): unknown {
  const answer: Record<string, unknown> = {};
  const all = collection.items as ApiObject[];
  const mine = wanted.own.filter((name) => name !== "items" && typeOf(collection).members[name]?.kind === "property");
  for (const name of mine) answer[keyOf(name, json)] = plain(collection[findMember(collection, name, "property").name]);
  const rest = (info.Select ?? ["*"]).map(slashes).filter((select) => !mine.includes(select)).map((select) => (select === "items" ? "*" : select.replace(/^items\//, "")));
  const expand = (info.Expand ?? []).map((e) => slashes(e).replace(/^items\//, ""));
  if (mine.length > 0 && rest.length === 0 && expand.length === 0) return answer; // load("count") asks for no items
  const skip = info.Skip ?? 0;
  const chosen = all.slice(skip, info.Top === undefined ? undefined : skip + info.Top);
  answer[json ? "items" : "_Items"] = chosen.map((item, i) => {
    const value = query(item, { Select: rest.length > 0 ? rest : ["*"], Expand: expand }, json) as Record<string, unknown>;
    const identity = identityOf(item);
    return identity === undefined ? { ...value, _Index: skip + i } : { ...value, _Id: identity };
  });
  return answer;
}

/** By what office.js finds the object again in a later request. */
export function identityOf(object: ApiObject): unknown {
  return object.id ?? object.identity;
}

const RESULTS = new Set(["*", "items", "values", "text", "valueTypes", "formulas", "value"]);

/** Does the answer depend on what formulas come to? Names, places and looks do not, and need not wait. */
export function asksForResults({ Select, Expand }: QueryInfo): boolean {
  const asked = [...(Select && Select.length > 0 ? Select : ["*"]), ...(Expand ?? []).map((path) => `${path}/*`)];
  return asked.some((path) => RESULTS.has(slashes(path).split("/").at(-1) ?? "*"));
}

interface Wanted {
  readonly all: boolean;
  readonly own: readonly string[];
  readonly nested: readonly (readonly [string, readonly string[]])[];
}

function sortOut({ Select, Expand }: QueryInfo): Wanted {
  const selects = (Select && Select.length > 0 ? Select : ["*"]).map(slashes);
  const nested = new Map<string, string[]>();
  const add = (path: string) => {
    const [head = "", ...tail] = path.split("/");
    nested.set(head, [...(nested.get(head) ?? []), tail.length > 0 ? tail.join("/") : "*"]);
  };
  selects.filter((s) => s.includes("/")).forEach(add);
  (Expand ?? []).map(slashes).forEach(add);
  return { all: selects.includes("*"), own: selects.filter((s) => s !== "*" && !s.includes("/")), nested: [...nested] };
}

function scalars(object: ApiObject): string[] {
  const type = typeOf(object);
  const names = Object.entries(type.members).flatMap(([name, m]) => (m.kind === "property" && !m.navigation && !m.onRequest ? [name] : []));
  for (const name of names) usedMembers.add(`${type.name}.${name}`);
  return names;
}

function keyOf(name: string, json: boolean): string {
  return json || name.startsWith("_") ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

function slashes(path: string): string {
  return path.trim().replace(/\./g, "/");
}

function plain(value: unknown): unknown {
  return value === undefined ? null : value;
}
