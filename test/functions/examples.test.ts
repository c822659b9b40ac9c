import { inCellOf } from "./cell";
import { metadata } from "./metadata";

test("every example in the help gives the result that it states", async () => {
  const { functions, codeNames } = await metadata();
  const stated = functions.filter(({ description }) => !/ spills /.test(description)).map(({ id, description }) => {
    const [, args, result] = /Example: =WHEEL\.[A-Z_]+\((.*)\) is (-?[\d.]+|"[a-z]+")\.$/.exec(description)!;
    return { id, args: JSON.parse(`[${args}]`) as unknown[], result: JSON.parse(result!) as number | string };
  });
  const given = stated.map(({ id, args, result }) => ({ id, args, result: rounded(inCellOf(codeNames[id]!, args), result) }));
  expect(given).toEqual(stated);
  expect(stated.length).toBeGreaterThanOrEqual(18);
});

/** To the digits that the help states. */
function rounded(value: number | string, stated: number | string): number | string {
  if (typeof value === "string") return value;
  const digits = String(stated).split(".")[1]?.length ?? 0;
  return Number(value.toFixed(digits || 6));
}
