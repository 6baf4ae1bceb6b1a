import { readFile } from 'node:fs/promises';
import type { Context, Hono } from 'hono';
import { servedAs } from '../../text/media.ts';
import { deskPolicy, sitePolicy } from '../guard.ts';
import { troubleOf } from '../trouble.ts';
import { html } from '../views/html.ts';
import { troubleBox } from '../views/page.ts';
import { signsOf, tongues } from '../words.ts';
import { type Around, deskFor } from './around.ts';

/** The desk's own files: no name that comes from outside is ever a path. */
const OWN: Readonly<Record<string, URL>> = Object.fromEntries(
  ['page', 'live', 'review', 'read', 'patch', 'ledger', 'rows', 'joints', 'keys', 'fixes'].map((name) => [
    `${name}.js`,
    new URL(`../client/${name}.js`, import.meta.url),
  ]),
);
const STYLE = new URL('../desk.css', import.meta.url);

/** The published files, the PDFs, and what the desk's pages are made with. */
export function addFiles(app: Hono, around: Around): void {
  const { site } = around;
  app.get('/site/', (context) => published(context, around, () => site.file('index.html'), 'index.html'));
  app.get('/site/:path{.+}', async (context) => {
    const path = context.req.param('path');
    const since = context.req.header('x-hexapla-since');
    if (since !== undefined) return changed(context, around, path, since);
    return published(context, around, () => site.file(path.endsWith('/') ? `${path}index.html` : path), path);
  });
  app.get('/desk/desk.css', async (context) => sent(context, await readFile(STYLE), 'css'));
  app.get('/desk/faces.css', async (context) => sent(context, Buffer.from(await facesOf(around)), 'css'));
  app.get('/desk/faces/:locale/:name', async (context) => {
    const face = await site.face(context.req.param('locale'), context.req.param('name'));
    if (!face) return context.notFound();
    const answer = sent(context, face, 'ttf');
    // Its name says what is in it.
    answer.headers.set('Cache-Control', 'private, max-age=31536000, immutable');
    return answer;
  });
  app.get('/desk/:name', async (context) => {
    const file = OWN[context.req.param('name')];
    return file ? sent(context, await readFile(file), 'js') : context.notFound();
  });
}

/** A file as a build makes it; where it cannot be made, the reason, in place of it. */
async function published(
  context: Context,
  around: Around,
  make: () => Promise<Uint8Array | undefined>,
  path: string,
): Promise<Response> {
  const start = performance.now();
  const { site } = around;
  try {
    const bytes = await make();
    if (!bytes) return lost(context, around, path);
    const name = path.split('/').at(-1) ?? '';
    context.header('Content-Security-Policy', sitePolicy);
    const version = site.version(path.endsWith('/') ? `${path}index.html` : path);
    const named = version === undefined ? '' : `, version;desc="${version}"`;
    context.header('Server-Timing', `made;dur=${(performance.now() - start).toFixed(1)}${named}`);
    return sent(context, bytes, name.includes('.') ? (name.split('.').at(-1) ?? '') : 'html');
  } catch (error) {
    const desk = { ...deskFor(context, around), trouble: troubleOf(error) };
    context.header('Content-Security-Policy', deskPolicy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
    context.header('Cache-Control', 'no-store');
    const text = html`<!doctype html><html lang="${desk.words.locale}"><head><meta charset="utf-8"><title>${desk.words.t('trouble.head')}</title><link rel="stylesheet" href="/desk/desk.css"></head><body class="failed"><main>${troubleBox(desk, true)}</main></body></html>`;
    return context.html(text.text, 500);
  }
}

/** What has become of a page that a browser has; nothing, where it has to take the whole. */
async function changed(context: Context, { site }: Around, path: string, since: string): Promise<Response> {
  const whole = path.endsWith('/') ? `${path}index.html` : path;
  const change = await site.change(whole, since).catch(() => undefined);
  context.header('Cache-Control', 'no-store');
  return change ? context.json(change) : context.body(null, 204);
}

/** What the site shows for a page that it does not have. */
async function lost(context: Context, { site }: Around, path: string): Promise<Response> {
  const [locale = ''] = path.split('/');
  const isPage = /(?:^|\/|\.html)$/.test(path);
  const bytes = isPage ? ((await site.file(`${locale}/404.html`)) ?? (await site.file('404.html'))) : undefined;
  if (!bytes) return context.notFound();
  context.header('Content-Security-Policy', sitePolicy);
  context.status(404);
  return sent(context, bytes, 'html');
}

function sent(context: Context, bytes: Uint8Array, kind: string): Response {
  context.header('Content-Type', servedAs(kind));
  context.header('Cache-Control', 'no-store');
  return context.body(Uint8Array.from(bytes));
}

/**
 * The faces of every language under names of their own, so that a page may show several; the signs of the desk with them.
 * A message names words of other languages: their faces come behind those of its own.
 */
async function facesOf({ site, held }: Around): Promise<string> {
  const locales = held.state()?.publication.editions.map(({ locale }) => locale) ?? [];
  const heads = locales.map((locale) => `"Hexapla Heads ${locale}"`);
  const set = (role: string, locale: string) => {
    const own = `"Hexapla ${role} ${locale}"`;
    return `font-family:${[own, ...heads.filter((one) => one !== own), 'var(--sans)'].join()}`;
  };
  const rules = locales.map(async (locale) => {
    const also = Object.hasOwn(tongues, locale) ? signsOf(locale) : '';
    const faces = await site.faces(locale, also).catch(() => []);
    const own = faces.map(({ family, weight, style, range, name }) => {
      const only = range === undefined ? '' : `unicode-range:${range};`;
      return `@font-face{font-family:"${family} ${locale}";font-weight:${weight};font-style:${style};${only}font-display:swap;src:url("/desk/faces/${locale}/${name}")}`;
    });
    const uses = [`[lang="${locale}"]{${set('Heads', locale)}}`, `.blocks[lang="${locale}"]{${set('Text', locale)}}`];
    return [...own, ...uses].join('\n');
  });
  return (await Promise.all(rules)).join('\n');
}
