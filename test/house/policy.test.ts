import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

/** What ships can do no more than it says: no code from text, no address but Microsoft's, and a policy in the page that would refuse both. Every gate is shown to fail. */
const dist = path.resolve(__dirname, "../../dist");
if (!existsSync(path.join(dist, "taskpane.html"))) throw new Error("dist/ is not built: run npm run build (npm test does)");
const files = (readdirSync(dist, { recursive: true }) as string[]).filter((name) => /\.(?:js|html|css|json)$/.test(name)).sort();
const read = (file: string): string => readFileSync(path.join(dist, file), "utf8");

/** Ways to make code of a text, or to start code that the page's policy does not see. */
const FROM_TEXT = /\beval\(|\bnew Function\b|[^.\w$]Function\(|\bset(?:Timeout|Interval)\(["'`]|\bnew (?:Shared)?Worker\b|\bimportScripts\b|javascript:|\bdocument\.write\b|\binsertAdjacentHTML\b|srcdoc/g;
/** The one worker: a file that lies beside the page, named in full, so that the page's policy holds for it too (docs/decisions/chains-beside-the-page.md). */
const OWN_WORKER = /\bnew Worker\("chains\.js"\)/g;
const fromText = (code: string): string[] => [...code.replace(OWN_WORKER, "").matchAll(FROM_TEXT)].map(([found]) => found);

/** Addresses that stand in what ships, and why; nothing else may. */
const KNOWN: Readonly<Record<string, string>> = {
  "appsforoffice.microsoft.com": "office.js: Office refuses an add-in with a copy of its own",
  "localhost:3000": "where the add-in itself is served: help pages of the functions",
  "www.w3.org": "the names of SVG, XHTML, XLink and MathML: nobody fetches them",
  "schemas.openxmlformats.org": "the names of the parts of a workbook's file: nobody fetches them",
  "schemas.microsoft.com": "the same",
  "purl.org": "the same",
  "reactjs.org": "where the words of React's errors point to",
};
const unknownHosts = (text: string): string[] => [...new Set([...text.matchAll(/\b(?:https?|wss?):(?:\/\/|\\\/\\\/)([^/"'`\\\s<>);]+)/g)].map(([, host]) => host!))].filter((host) => !(host in KNOWN));

test("nothing that ships makes code of a text", () => {
  expect(files.filter((file) => file.endsWith(".js")).length).toBeGreaterThan(6);
  expect(files).toContain("chains.js");
  for (const file of files) expect([file, fromText(read(file))]).toEqual([file, []]);
});

test.each(["eval('1')", "return new Function('a')", ";Function('return this')()", "setTimeout('x()',1)", "new Worker(url)", "href='javascript:x'", "document.write(a)", "node.insertAdjacentHTML('x',a)"])("such code is seen: %s", (code) => {
  expect(fromText(`var a=1;${code}`)).toHaveLength(1);
  expect(fromText("setTimeout(()=>eval_,1);isFunction(a);a.Function(b);prefetch('x')")).toEqual([]);
});

test("no address stands in what ships but those that are known", () => {
  for (const file of files) expect([file, unknownHosts(read(file))]).toEqual([file, []]);
});

test("another address is seen, also in a text of JSON", () => {
  expect(unknownHosts('fetch("https://example.com/collect");"http:\\/\\/example.net\\/x";new WebSocket(`wss://example.org`)')).toEqual(["example.com", "example.net", "example.org"]);
});

describe("the page's policy", () => {
  const html = read("taskpane.html");
  const policy = Object.fromEntries((/Content-Security-Policy"?\s+content="([^"]+)"/.exec(html)?.[1] ?? "").split(";").map((each) => each.trim().split(/\s+/)).map(([name, ...sources]) => [name!, sources]));

  test("allows the page's own files, Microsoft's office.js, and nothing else", () => {
    expect(policy["default-src"]).toEqual(["'self'"]);
    expect(policy["script-src"]).toEqual(["'self'", "https://appsforoffice.microsoft.com"]);
    expect(policy["connect-src"]).toEqual(["'self'"]);
    expect([policy["object-src"], policy["base-uri"], policy["form-action"]]).toEqual([["'none'"], ["'none'"], ["'none'"]]);
    expect(policy["style-src"]).toEqual(["'self'", expect.stringMatching(/^'sha256-/)]);
  });

  test("has nothing in the page that it would refuse, in every page that ships", () => {
    for (const file of files.filter((name) => name.endsWith(".html"))) {
      expect([file, /<script(?![^>]*\ssrc=)[^>]*>|\son\w+\s*=/i.exec(read(file))?.[0]]).toEqual([file, undefined]);
    }
    expect([...html.matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/g)].map(([, source]) => source)).toEqual(["https://appsforoffice.microsoft.com/lib/1/hosted/office.js", "functions.js", "main.js"]);
  });

  test("names every file that the add-in fetches later: each chunk lies beside the page", () => {
    const fetched = files.filter((file) => file.endsWith(".js") && !["functions.js", "main.js"].includes(file));
    for (const file of fetched) expect([file, path.dirname(file)]).toEqual([file, "."]);
    expect(read("functions.js")).not.toMatch(/publicPath|\.p="https?:/);
  });
});
