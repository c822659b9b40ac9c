import { invalidArgument } from "../../protocol/errors";

const LONGEST_NAME = 31;

export function demandSheetName(name: string, where: string): void {
  const bad = name === "" || name.length > LONGEST_NAME || /[[\]:*?/\\]/.test(name) || /^'|'$/.test(name) || name.toLowerCase() === "history";
  if (bad) throw invalidArgument(where, `"${name}" cannot be a sheet's name`);
}
