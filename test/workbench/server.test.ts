import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import https from "node:https";
import os from "node:os";
import path from "node:path";

const root = path.resolve(__dirname, "../..");
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
let server: ChildProcess;
let origin: string;
let dist: string;

/** The server is an ES module, which jest does not load: it runs in a process of its own, over a small add-in. */
beforeAll(async () => {
  dist = fs.mkdtempSync(path.join(os.tmpdir(), "dist-"));
  fs.writeFileSync(path.join(dist, "taskpane.html"), `<script src="${OFFICE_JS}"></script>`);
  fs.writeFileSync(path.join(dist, "functions.js"), "1;".repeat(2000));
  fs.writeFileSync(path.join(dist, "icon.png"), "");
  fs.writeFileSync(path.join(dist, "..", "secret.txt"), "secret");
  server = serve(0);
  origin = await said(server);
}, 60_000);
afterAll(() => {
  server.stdin?.end();
  fs.rmSync(dist, { recursive: true });
});

function serve(port: number): ChildProcess {
  const script = `import { startServer } from "./workbench/server.mjs";
    const server = await startServer({ port: ${port}, dist: ${JSON.stringify(dist)} }).catch((error) => { console.log(error.message); process.exit(1); });
    console.log(server.origin); process.stdin.resume().once("end", () => process.exit());`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
}

function said(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.stdout!.once("data", (text: Buffer) => resolve(text.toString().trim())));
}

interface Got {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}
function get(address: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    https.get({ hostname, port, path: address, headers, rejectUnauthorized: false }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString("latin1"))).on("end", () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    }).on("error", reject);
  });
}

test("Excel gets the add-in's page untouched; only the workbench's own frame gets office.js from here", async () => {
  expect((await get("/taskpane.html")).body).toContain(OFFICE_JS);
  expect((await get("/taskpane.html", { referer: "https://www.office.com/workbench/", "sec-fetch-dest": "iframe" })).body).toContain(OFFICE_JS);
  expect((await get("/taskpane.html", { referer: `${origin}/workbench/`, "sec-fetch-dest": "document" })).body).toContain(OFFICE_JS);
  expect((await get("/taskpane.html", { referer: `${origin}/workbench/`, "sec-fetch-dest": "iframe" })).body).toBe('<script src="/office-js/office.js"></script>');
  expect((await get("/office-js/office.js")).status).toBe(200);
});

test("files have their types, may be read from other origins, and are compressed", async () => {
  const { headers, body } = await get("/functions.js", { "accept-encoding": "gzip, br" });
  expect([headers["content-type"], headers["access-control-allow-origin"], headers["content-encoding"]]).toEqual(["text/javascript; charset=utf-8", "*", "br"]);
  expect(body.length).toBeLessThan(100);
  expect((await get("/icon.png")).headers["cache-control"]).toMatch(/max-age/);
  const etag = String(headers.etag);
  expect((await get("/functions.js", { "if-none-match": etag })).status).toBe(304);
});

test.each(["/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/office-js/..%2f..%2fpackage.json", "/%00", "/%zz", "/nothing", "//etc/passwd"])("%s is not there", async (address) => {
  expect((await get(address)).status).toBe(404);
});

test("a port in use is said in words that help", async () => {
  const second = serve(Number(new URL(origin).port));
  expect(await said(second)).toMatch(/Port \d+ is in use.*PORT=3001 npm start/);
});
