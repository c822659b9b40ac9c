import { gridContract } from "../workbench/gridContract";
import { openTab, type Tab } from "./browser";
import { bundleContract } from "./gridContract/bundle";

jest.setTimeout(400_000);

/** The contract runs in tabs of Chromium, in turn: while a test runs in one, the next one's spreadsheet is drawn in the other. */
const tabs: Tab[] = [];
let script: string;
let turn = 0;

beforeAll(async () => {
  script = await bundleContract();
  tabs.push(...(await Promise.all([openContract(), openContract()])));
});
afterAll(async () => {
  await Promise.all(tabs.map((tab) => tab.close()));
  nothingElse();
});
afterEach(() => nothingElse());

gridContract("Univer in the page", () => Promise.reject(new Error("grids are made in the page")), { calculates: true }, {
  describe,
  test: (name) => test(name, () => inPage(expect.getState().currentTestName!)),
  beforeEach: () => undefined,
  afterEach: () => undefined,
  expect,
});

async function openContract(): Promise<Tab> {
  const tab = await openTab({ width: 800, height: 500 });
  const { page, url } = tab;
  await page.route(`${url}contract.html`, (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
  await page.route(`${url}contract.js`, (route) => route.fulfill({ contentType: "text/javascript", body: script }));
  await page.goto(`${url}contract.html`);
  await page.evaluate('import("./contract.js").then(() => undefined)'); // as text, or it would be made a require here
  return tab;
}

/** Fails with the page's own words and the line of the test that failed. */
async function inPage(name: string): Promise<void> {
  const { page } = tabs[turn++ % tabs.length]!;
  const failure = await page.evaluate((wanted) => window.runContract(wanted), name);
  if (failure === null) return;
  const line = script.split("\n")[Number(/contract\.js:(\d+)/.exec(failure)?.[1]) - 1]?.trim() ?? "";
  throw Object.assign(new Error(failure), { stack: `${failure}\n\n> ${line}` });
}

function nothingElse(): void {
  expect(tabs.flatMap((tab) => tab.errors.splice(0))).toEqual([]);
  expect(tabs.flatMap((tab) => tab.outside)).toEqual([]);
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>The grid contract</title>
    <link rel="icon" href="icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="univer/univer.css" />
    <style>html, body, body > div { height: 100%; margin: 0; }</style>
  </head>
  <body></body>
</html>`;
