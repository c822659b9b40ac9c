import fs from "node:fs";
import https from "node:https";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";
import { certificate } from "./certificate.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const cache = path.join(root, ".cache/workbench");

/**
 * One https server for all: `/` is the built add-in as Excel loads it, `/workbench/` the stand-in for Excel, `/office-js/` Microsoft's
 * office.js from its package. Excel gets the add-in's pages untouched; only where the workbench's own frame asks, the address of office.js in them
 * is replaced by the local copy, so that no request leaves the machine.
 */
export async function startServer({ port = 3000, dist = path.join(root, "dist"), host = "localhost" } = {}) {
  const folders = [
    ["/workbench/univer/", path.join(cache, "univer")],
    ["/workbench/", path.join(cache, "page")],
    ["/office-js/", path.join(root, "node_modules/@microsoft/office-js/dist")],
    ["/", dist],
  ];
  const { key, cert, trusted } = await certificate(path.join(root, ".cache/certificate"));
  const server = https.createServer({ key, cert }, (request, response) => {
    answer(request, response, folders).catch((error) => {
      process.stderr.write(`${request.url}: ${error.stack}\n`);
      if (!response.headersSent) send(response, 500, { "content-type": "text/plain" }, "The server failed; see its window.");
      else response.destroy();
    });
  });
  await listen(server, port, host);
  const origin = `https://localhost:${server.address().port}`;
  return {
    url: `${origin}/workbench/`,
    origin,
    trusted,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function answer(request, response, folders) {
  if (request.method === "OPTIONS") return send(response, 204, { "access-control-allow-methods": "GET, HEAD", "access-control-allow-headers": "*" }, "");
  if (request.method !== "GET" && request.method !== "HEAD") return send(response, 405, { allow: "GET, HEAD" }, "");
  const url = new URL(request.url, "https://localhost");
  if (url.pathname === "/workbench") return send(response, 308, { location: "/workbench/" }, "");
  const file = fileOf(url.pathname, folders);
  if (!file) return send(response, 404, { "content-type": "text/plain" }, "There is nothing here.");
  const extension = path.extname(file).toLowerCase();
  const headers = { "content-type": TYPES[extension] ?? "application/octet-stream", "cache-control": CACHED.has(extension) ? "public, max-age=86400" : "no-cache", "x-content-type-options": "nosniff" };
  if (extension === ".html" && url.pathname.startsWith("/workbench/") === false) {
    const page = await fs.promises.readFile(file, "utf8");
    return send(response, 200, { ...headers, "cache-control": "no-store", vary: "referer" }, fromWorkbench(request) ? page.replace(OFFICE_JS, "/office-js/") : page, request);
  }
  const { mtimeMs, size } = await fs.promises.stat(file);
  const etag = `"${Math.round(mtimeMs).toString(36)}-${size.toString(36)}"`;
  if (request.headers["if-none-match"] === etag) return send(response, 304, { ...headers, etag }, "");
  return sendFile(request, response, file, { ...headers, etag }, etag);
}

const OFFICE_JS = /https:\/\/appsforoffice\.microsoft\.com\/lib\/[\w.]+\/(?:hosted\/)?(?=office\.js)/g;
const CACHED = new Set([".png", ".svg", ".ico", ".woff2"]);
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The file behind an address, or undefined when there is none or the address climbs out of its folder. */
function fileOf(pathname, folders) {
  let asked;
  try {
    asked = decodeURIComponent(pathname);
  } catch {
    return undefined; // not an address that anybody meant
  }
  if (asked.includes("\0")) return undefined;
  const [prefix, folder] = folders.find(([start]) => asked.startsWith(start)) ?? [];
  if (!folder) return undefined;
  const rest = asked.slice(prefix.length);
  const file = path.resolve(folder, rest === "" || rest.endsWith("/") ? `${rest}index.html` : rest);
  if (!file.startsWith(folder + path.sep)) return undefined;
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** A browser says for which page it loads a frame. */
function fromWorkbench({ headers }) {
  const from = headers.referer && URL.canParse(headers.referer) ? new URL(headers.referer) : undefined;
  return from?.host === headers.host && from.pathname.startsWith("/workbench/") && (headers["sec-fetch-dest"] ?? "iframe") === "iframe";
}

/** Compressed once, then kept. */
const compressed = new Map();

async function sendFile(request, response, file, headers, etag) {
  const accepts = String(request.headers["accept-encoding"] ?? "");
  const encoding = /text|javascript|json|xml|svg/.test(headers["content-type"]) ? ["br", "gzip"].find((name) => accepts.includes(name)) : undefined;
  if (!encoding) return send(response, 200, headers, await fs.promises.readFile(file), request);
  const key = `${encoding} ${file} ${etag}`;
  if (!compressed.has(key)) compressed.set(key, compress(encoding, await fs.promises.readFile(file)));
  return send(response, 200, { ...headers, "content-encoding": encoding, vary: "accept-encoding" }, await compressed.get(key), request);
}

/** Low levels: the reader is on the same machine, so the time to compress counts as well. */
function compress(encoding, bytes) {
  return new Promise((resolve, reject) => {
    const done = (error, result) => (error ? reject(error) : resolve(result));
    if (encoding === "br") zlib.brotliCompress(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } }, done);
    else zlib.gzip(bytes, { level: 5 }, done);
  });
}

function send(response, status, headers, body, request) {
  const bytes = Buffer.from(body);
  response.writeHead(status, { "access-control-allow-origin": "*", ...headers, ...(status === 304 || status === 204 ? {} : { "content-length": bytes.length }) });
  response.end(request?.method === "HEAD" ? undefined : bytes);
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE") reject(new Error(`Port ${port} is in use: another workbench may be running. Stop it, or choose another port: PORT=3001 npm start`));
      else if (error.code === "EACCES") reject(new Error(`Port ${port} may not be used by this user. Choose another: PORT=3001 npm start`));
      else reject(error);
    });
    server.listen(port, host, resolve);
  });
}
