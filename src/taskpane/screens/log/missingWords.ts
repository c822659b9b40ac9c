import type { Field } from "../../../journal/form";


/** Why there is nothing to preview yet: which fields are still empty, or that one of them cannot be read. */
export function missingWords<Name extends string>(fields: readonly Field<Name>[], draft: Readonly<Record<Name, string>>): string {
  const empty = fields.filter(({ name, required }) => required && draft[name].trim() === "").map(({ label }) => label);
  if (empty.length === 0) return "One of the fields cannot be read yet.";
  const last = empty.at(-1);
  const list = empty.length === 1 ? last : `${empty.slice(0, -1).join(", ")} and ${last}`;
  return `Fill in ${list} to see what this trade comes to.`;
}
