import { readFileSync } from "node:fs";
import { inCellOf, invoked, spillOf } from "./cell";
import * as ranges from "../../src/functions/ranges";
import { chainA, logOf } from "./logOf";
import { FILES } from "./metadata";

const sources = FILES.map((file) => readFileSync(file, "utf8")).join("");
const wrappers = [...sources.matchAll(/^export function (\w+)\(([^)]*)\): Promise<unknown\[\]\[\]> \{\n {2}return fetched\("(\w+)", (.*)\);\n\}/gm)];

test("functions of whole ranges hand all their arguments on, in their order, to the code of their name", () => {
  expect(wrappers.map(([, name]) => name).sort()).toEqual(Object.keys(ranges).sort());
  for (const [, name, parameters = "", code, handed] of wrappers) {
    const names = parameters.split(/,(?![^<[(]*[\])>])/).map((each) => each.trim().split(/[?:]/)[0]).filter((each) => each !== "");
    expect([name, handed]).toEqual([code, names.join(", ")]);
  }
});

test("the fetched answer is the code's own, and its refusal has the same words", async () => {
  expect(await invoked("audit", [logOf(chainA()), "tax"])).toEqual({ ok: true, value: spillOf("audit", [logOf(chainA()), "tax"]) });
  const refused = await invoked("audit", [logOf(chainA()), "cash"]);
  expect(refused).toMatchObject({ ok: false, code: 7 });
  expect(`#VALUE! ${(refused as { message: string }).message}`).toBe(inCellOf("audit", [logOf(chainA()), "cash"]));
});
