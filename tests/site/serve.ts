import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
};

/** Stricter than what the pages ask for themselves, but for what the program that searches is made of. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A folder as a server of files shows it below a path, `/` or `/base/`. */
export async function serve(folder: string, below: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://x').pathname);
    const file = path.startsWith(below) ? path.slice(below.length) : '\0';
    const bytes = await readFile(join(folder, file.endsWith('/') || file === '' ? `${file}index.html` : file)).catch(
      () => undefined,
    );
    const lost = bytes ?? (await readFile(join(folder, '404.html')));
    const kind = bytes ? (kinds[extname(file) || '.html'] ?? 'application/octet-stream') : kinds['.html'];
    response.writeHead(bytes ? 200 : 404, { 'content-type': kind, 'content-security-policy': POLICY });
    response.end(lost);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server)}${below}`, close: () => closed(server) };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
