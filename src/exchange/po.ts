import { type GetTextComment, type GetTextTranslation, po as gettext } from 'gettext-parser';
import { integerCategories, pluralForms } from '../locales/plurals.ts';
import type { Content } from '../text/content.ts';
import { UserError } from '../trouble.ts';
import { type Exchange, type ExchangeFormat, type Received, type ReceivedPiece, shownCode, type Unit } from './unit.ts';

/**
 * PO, as GNU gettext and its tools write it. A context names the unit (`content/en/a.md#u…`); codes stand in the text as
 * tags (`<1>…</1>`, `<2/>`), and comments say what they stand for.
 */
export const po: ExchangeFormat = {
  id: 'po',
  title: 'PO',
  is: (text) => /^\s*(?:#|msg(?:id|ctxt)\b)/.test(text),
  write({ source, target, files }) {
    const entries = files.flatMap((file) =>
      entriesOf(file, target).map((entry) => [entry.msgctxt ?? '', entry] as const),
    );
    const headers = {
      ...{ 'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=UTF-8', 'Content-Transfer-Encoding': '8bit' },
      ...{ Language: target.replace('-', '_'), 'X-Source-Language': source, 'Plural-Forms': pluralForms(target) },
    };
    const translations = Object.fromEntries(entries.map(([context, entry]) => [context, { [entry.msgid]: entry }]));
    return `${gettext.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 }).toString('utf8').trimEnd()}\n`;
  },
  read(text, path) {
    const { headers = {}, translations } = parsed(text, path);
    const lines = linesOf(text);
    const given = (name: string) =>
      Object.entries(headers)
        .find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
        ?.replace('_', '-');
    const target = given('Language');
    const source = given('X-Source-Language');
    const units = Object.entries(translations).flatMap(([context, entries]) =>
      context === '' ? [] : Object.values(entries).flatMap((entry) => received(context, entry, target ?? '', lines)),
    );
    const [stranger] = Object.values(translations[''] ?? {}).filter(({ msgid }) => msgid !== '');
    if (stranger && units.length === 0)
      throw new UserError(
        `${path}:1:1: no entry has a context such as “content/en/a.md#u…”; a PO that hexapla exported was expected`,
        'Have the tool keep the contexts (msgctxt); they say which passage an entry is.',
      );
    return { ...(source && { source }), ...(target && { target }), units };
  },
};

function parsed(text: string, path: string): ReturnType<typeof gettext.parse> {
  try {
    return gettext.parse(text);
  } catch (error) {
    const line = error instanceof Error && 'lineNumber' in error ? Number(error.lineNumber) : 1;
    throw new UserError(
      `${path}:${line}:1: the file is no PO: ${error instanceof Error ? error.message.replace(/^Error parsing PO data: /, '') : ''}`,
      'Have the tool that wrote it save it again; nothing was imported.',
    );
  }
}

/** In the order of the file; the forms of a string are one entry, but for those that no whole number has. */
function entriesOf({ path, units }: Exchange['files'][number], target: string): readonly GetTextTranslation[] {
  const whole = integerCategories(target);
  const met = new Set<string>();
  return units.flatMap((unit) => {
    const { plural } = unit;
    if (!plural || !whole.includes(plural.category)) return [entryOf(path, unit)];
    if (met.has(plural.of)) return [];
    met.add(plural.of);
    const forms = units.filter((one) => one.plural?.of === plural.of);
    const ordered = whole.flatMap((category) => forms.find((one) => one.plural?.category === category) ?? []);
    return [entryOf(path, unit, ordered)];
  });
}

/** `plural`: all forms of a string that has several, in the order of the head. */
function entryOf(path: string, unit: Unit, plural?: readonly Unit[]): GetTextTranslation {
  const forms = plural ?? [unit];
  const { source, kind, line, context, state, previous, notes, limit } = unit;
  const legend = legendOf([source, ...forms.flatMap(({ target }) => target ?? [])]);
  const extracted = [context.join(' › '), kind, ...legend, ...notes.map(({ text }) => text)].filter(Boolean);
  const isFuzzy = forms.some((form) => form.state === 'stale');
  const flags = [...(isFuzzy ? ['fuzzy'] : []), ...(limit === undefined ? [] : [`max-length:${limit}`])];
  const comments: GetTextComment = {
    ...{ translator: '', reference: `${path}:${line}`, extracted: extracted.join('\n'), flag: flags.join(', ') },
    previous: previous === undefined || state !== 'stale' ? '' : `msgid ${JSON.stringify(previous)}`,
  };
  const last = forms.at(-1) ?? unit;
  return {
    msgctxt: `${path}#${plural ? unit.plural?.of : unit.id}`,
    msgid: written(unit.plural && plural ? unit.plural.one : source),
    ...(plural && { msgid_plural: written(last.source) }),
    msgstr: forms.map(({ target }) => (target ? written(target) : '')),
    comments,
  };
}

/** What each code stands for. */
function legendOf(pieces: Content | readonly (Content | Content[number])[]): readonly string[] {
  const known = new Map<string, string>();
  for (const piece of pieces.flat()) {
    if (typeof piece === 'string') continue;
    const { id, half } = piece;
    const shown = shownCode(piece);
    const before = known.get(id);
    if (half === 'alone') known.set(id, `<${id}/> ${shown}`);
    else if (half === 'open') known.set(id, before ?? `<${id}>…</${id}> ${shown}…`);
    else if (before?.endsWith('…')) known.set(id, `${before}${shown}`);
  }
  return [...known.values()];
}

function written(content: Content): string {
  return content
    .map((piece) => {
      if (typeof piece === 'string') return escaped(piece);
      const { half, id } = piece;
      return half === 'alone' ? `<${id}/>` : half === 'open' ? `<${id}>` : `</${id}>`;
    })
    .join('');
}

const CODE = /<(\/?)([tb]?\d+)(\/?)>/g;

/** What looks like a code and is none gets an entity, and so does what looks like that. */
function escaped(text: string): string {
  return text.replace(/&(?=(?:amp;)*lt;)/g, '&amp;').replace(/<(?=\/?[tb]?\d+\/?>)/g, '&lt;');
}

function unescaped(text: string): string {
  return text.replace(/&((?:amp;)*)lt;/g, (_, more: string) =>
    more === '' ? '<' : `&${more.slice('amp;'.length)}lt;`,
  );
}

function piecesOf(text: string): readonly ReceivedPiece[] {
  const pieces: ReceivedPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(CODE)) {
    const [code, close, id = '', alone] = match;
    if (match.index > at) pieces.push(unescaped(text.slice(at, match.index)));
    pieces.push({ half: alone ? 'alone' : close ? 'close' : 'open', id });
    at = match.index + code.length;
  }
  if (at < text.length) pieces.push(unescaped(text.slice(at)));
  return pieces;
}

function received(
  context: string,
  { msgid_plural, msgstr, comments }: GetTextTranslation,
  locale: string,
  lines: ReadonlyMap<string, number>,
): Received['units'] {
  const cut = context.lastIndexOf('#');
  const [path, id] = [context.slice(0, cut), context.slice(cut + 1)];
  const standing = /\bfuzzy\b/.test(comments?.flag ?? '') ? 'fuzzy' : 'done';
  const at = { line: lines.get(context) ?? 1, column: 1 };
  const forms = msgid_plural === undefined ? [id] : integerCategories(locale).map((category) => `${id}.${category}`);
  return forms.map((own, n) => {
    const text = msgstr[n] ?? '';
    return { path, id: own, at, standing, ...(text !== '' && { target: piecesOf(text) }) };
  });
}

/** The line of each context. */
function linesOf(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let [line, at] = [1, 0];
  for (const { 1: quoted = '', index } of text.matchAll(/^msgctxt[ \t]+((?:"(?:[^"\\\n]|\\.)*"\s*)+)/gm)) {
    line += text.slice(at, index).split('\n').length - 1;
    at = index;
    const context = [...quoted.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, part = '']) => part).join('');
    found.set(context.replace(/\\(.)/g, '$1'), line);
  }
  return found;
}
