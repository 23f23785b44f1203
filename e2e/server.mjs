// Serves dist/ as a plain static host would, under a sub-path, with the policy as a header too.
// `node e2e/server.mjs [port]` on its own, or `serve()` from a script; a test may serve another folder, and another one
// later under the same address. Compressed where that is asked for.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

export const BASE = "/tools/send/";
export const PORT = Number(process.env.E2E_PORT ?? 8097);
export const DIST = fileURLToPath(new URL("../dist/", import.meta.url));
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};

// The page's own policy, so that there is one text of it, and what only a header can say.
async function policy(folder) {
  const html = await readFile(join(folder, "index.html"), "utf8");
  const [, content] = html.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/) ?? [];
  if (!content) throw new Error("index.html has no Content-Security-Policy");
  return `${content}; frame-ancestors 'none'`;
}

export async function serve(port = PORT, from = { folder: DIST }) {
  const kept = new Map(); // quality 11 takes seconds for a large program
  const packed = (file, body) => {
    if (!kept.has(file)) kept.set(file, brotliCompressSync(body));
    return kept.get(file);
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    try {
      if (!pathname.startsWith(BASE)) throw new Error("outside the sub-path");
      const name = decodeURIComponent(pathname.slice(BASE.length)) || "index.html";
      const { folder, compressed } = from;
      const file = normalize(join(folder, name));
      if (!file.startsWith(folder) || file.endsWith(sep)) throw new Error("not a file of dist/");
      const body = await readFile(file);
      response.writeHead(200, {
        "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
        "Content-Security-Policy": await policy(folder),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
        ...(compressed ? { "Content-Encoding": "br" } : {}),
      });
      response.end(compressed ? packed(file, body) : body);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
    }
  });
  await new Promise((listening, failed) => server.once("error", failed).listen(port, "127.0.0.1", listening));
  // At once, whatever is still asked for.
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${server.address().port}${BASE}`, close };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`Serving dist/ at ${(await serve(Number(process.argv[2] ?? PORT))).url}`);
}
