import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const html = readFileSync(join(__dirname, "../../src/taskpane/taskpane.html"), "utf8");
const policy = Object.fromEntries(
  (/http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? "").split(";").map((rule) => {
    const [name = "", ...sources] = rule.trim().split(" ");
    return [name, sources];
  }),
);

test("scripts come from the add-in's own address and Microsoft's alone, never inline, never from text", () => {
  expect(policy["default-src"]).toEqual(["'self'"]);
  expect(policy["script-src"]).toEqual(["'self'", "https://appsforoffice.microsoft.com"]);
  expect(html).not.toMatch(/unsafe-/);
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html).not.toMatch(/\son[a-z]+=|style=/);
});

test("the one inline style that is let through is an empty one", () => {
  const empty = createHash("sha256").update("").digest("base64");
  expect(policy["style-src"]).toEqual(["'self'", `'sha256-${empty}'`]);
});

test("office.js is a blocking script of Microsoft's own address", () => {
  expect(html).toMatch(/<script src="https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js"><\/script>/);
});
