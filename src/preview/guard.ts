import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

/** Lets in who comes from this machine and from this page, and nobody else. */
export interface Guard {
  readonly token: string;
  /** Refuses a request whose `Host` is not this server: a name elsewhere may have been bound to this address. */
  readonly host: MiddlewareHandler;
  /** Refuses a request that wants to write and does not come from a page of this server. */
  readonly writer: MiddlewareHandler;
}

const NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** `port` is asked at each request: it is known only when the server listens. */
export function guardOf(port: () => number): Guard {
  const token = randomBytes(24).toString('base64url');
  const hosts = () => NAMES.map((name) => `${name}:${port()}`);
  return {
    token,
    async host(context, next) {
      if (!hosts().includes((context.req.header('host') ?? '').toLowerCase())) return refused(context, 'host');
      await next();
    },
    async writer(context, next) {
      const { req } = context;
      const site = req.header('sec-fetch-site');
      const isOwn =
        req.header('origin') === `http://${req.header('host')}` && (site === undefined || site === 'same-origin');
      if (!isOwn) return refused(context, 'origin');
      if (!isSame(req.header('x-hexapla-token') ?? '', token)) return refused(context, 'token');
      if (!/^application\/json\b/.test(req.header('content-type') ?? '')) return refused(context, 'content type');
      await next();
    },
  };
}

function refused(context: Context, what: string): Response {
  return context.text(`Refused: this request has another ${what} than this server’s own pages send.\n`, 403);
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** On every answer: it is of the kind that it says, for pages of this server only, and no address of it is told elsewhere. */
export const closed: MiddlewareHandler = async (context, next) => {
  await next();
  context.res.headers.set('X-Content-Type-Options', 'nosniff');
  context.res.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  context.res.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  context.res.headers.set('Referrer-Policy', 'no-referrer');
};

/** For the desk's own pages: nothing but what this server sends, and no style or script within a page. */
export const deskPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For the published pages: what a site may do that keeps to itself. */
export const sitePolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "img-src 'self' data:",
  "object-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');
