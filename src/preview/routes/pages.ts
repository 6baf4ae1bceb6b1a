import type { Context, Hono } from 'hono';
import type { State } from '../../keeping/state.ts';
import type { Work } from '../../model.ts';
import { answer, type Query, sorts } from '../entries.ts';
import { deskPolicy } from '../guard.ts';
import { troubleOf } from '../trouble.ts';
import { documentsPage } from '../views/documents.ts';
import { html } from '../views/html.ts';
import { ledgerPage } from '../views/ledger.ts';
import { type Desk, page } from '../views/page.ts';
import { shownRows, shows, type Wanted } from '../views/passages.ts';
import { formsOf, readPage } from '../views/read.ts';
import { reviewPage } from '../views/review.ts';
import { type Around, deskFor } from './around.ts';

/** The desk's own pages. */
export function addPages(app: Hono, around: Around): void {
  const { held } = around;
  const shown = (
    make: (context: Context, desk: Desk, state: State) => string | undefined | Promise<string | undefined>,
  ) => {
    return async (context: Context) => {
      const desk = deskFor(context, around);
      const state = held.state();
      const text = await attempt(desk, async () => (state ? await make(context, desk, state) : nothing(desk)));
      return text === undefined ? answered(context, missing(desk), 404) : answered(context, text);
    };
  };
  app.get(
    '/',
    shown((_, desk, state) => documentsPage(desk, [...state.works.values()], held.findings(), held.checked())),
  );
  app.get(
    '/ledger',
    shown(async (context, desk, state) => {
      const query = queryOf(context);
      return ledgerPage(desk, query, await answer(state, query, desk.words.locale), [...state.works.keys()]);
    }),
  );
  app.get('/read/:locale/:slug{.*}', shown(reading));
  app.get('/read/:locale', shown(reading));
  app.get(
    '/review/:slug{.+}',
    shown((context, desk, state) => {
      const work = state.works.get(context.req.param('slug') ?? '');
      if (!work) return undefined;
      const wanted = wantedOf(context, work);
      const rows = shownRows(desk, work, wanted, held.findings());
      return reviewPage(desk, work, wanted, { rows, since: remembered(rows) });
    }),
  );
  app.get('/rows/:slug{.+}', async (context) => {
    const desk = deskFor(context, around);
    const work = held.state()?.works.get(context.req.param('slug'));
    if (!work) return context.json({ trouble: null, rows: null }, 404);
    return rowsOf(context, desk, work, around);
  });
}

/** The rows that there are now, in order, and those that whoever asks does not have. */
async function rowsOf(context: Context, desk: Desk, work: Work, { held }: Around): Promise<Response> {
  context.header('Cache-Control', 'no-store');
  try {
    const rows = shownRows(desk, work, wantedOf(context, work), held.findings());
    const known = lately.get(context.req.query('since') ?? '') ?? new Map<string, string>();
    const pick = <T>(wanted: (row: Row) => boolean, value: (row: Row) => T) =>
      Object.fromEntries(rows.filter(wanted).map((row) => [row.key, value(row)]));
    return context.json({
      order: rows.map(({ key }) => key),
      fresh: pick(
        ({ key }) => !known.has(key),
        (row) => row.html(),
      ),
      moved: pick(
        ({ key, lines }) => known.has(key) && known.get(key) !== lines,
        (row) => row.marks(),
      ),
      since: remembered(rows),
    });
  } catch (error) {
    return context.json({ trouble: troubleOf(error).message }, 500);
  }
}

type Row = ReturnType<typeof shownRows>[number];

/** Which rows were sent lately, and where they stood, by a number that whoever has them names. */
const lately = new Map<string, ReadonlyMap<string, string>>();
let sent = 0;

function remembered(rows: readonly Row[]): string {
  sent += 1;
  lately.set(String(sent), new Map(rows.map(({ key, lines }) => [key, lines])));
  for (const old of lately.keys()) {
    if (lately.size <= 16) break;
    lately.delete(old);
  }
  return String(sent);
}

function reading(context: Context, desk: Desk, state: State): string | undefined {
  const { locale = '', slug = '' } = context.req.param() as Readonly<Record<string, string>>;
  if (!desk.locales.includes(locale) || (slug !== '' && !state.works.has(slug))) return undefined;
  const forms = formsOf(state);
  const form = forms.find((one) => one === context.req.query('as')) ?? forms[0] ?? 'web';
  return readPage(desk, state, { locale, slug, form });
}

/** Two or three languages that the document has: those that are asked for, else the source and what comes first. */
function wantedOf({ req }: Context, work: Work): Wanted {
  const there = work.documents.map(({ locale }) => locale);
  const asked = (req.queries('with') ?? []).flatMap((tags) => tags.split(',')).filter((tag) => there.includes(tag));
  const chosen = there.filter((tag) => asked.includes(tag));
  const show = shows.find((one) => one === req.query('show')) ?? 'all';
  const within = req.query('in') ?? '';
  return {
    locales: (chosen.length > 0 ? chosen : there).slice(0, 3),
    show,
    within: there.includes(within) ? within : '',
  };
}

function queryOf({ req }: Context): Query {
  return {
    text: req.query('q') ?? '',
    slug: req.query('slug') ?? '',
    state: req.query('state') ?? '',
    sort: sorts.find((one) => one === req.query('sort')) ?? 'place',
    down: req.query('down') === '1',
    page: Math.max(1, Number.parseInt(req.query('page') ?? '1', 10) || 1),
  };
}

async function attempt(desk: Desk, make: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await make();
  } catch (error) {
    return nothing({ ...desk, trouble: troubleOf(error) });
  }
}

/** The page of a publication that cannot be read: its trouble, and nothing else. */
function nothing(desk: Desk): string {
  const { t } = desk.words;
  const title = desk.trouble ? t('trouble.head') : t('page.reading');
  return page(desk, { here: 'documents', title, slug: undefined, main: html`<h1>${title}</h1>` });
}

function missing(desk: Desk): string {
  const title = desk.words.t('page.missing');
  return page(desk, { here: 'documents', title, slug: undefined, main: html`<h1>${title}</h1>` });
}

function answered(context: Context, text: string, status: 200 | 404 = 200): Response {
  context.header('Content-Security-Policy', deskPolicy);
  context.header('Cache-Control', 'no-store');
  context.header('Vary', 'Accept-Language, Cookie');
  return context.html(text, status);
}
