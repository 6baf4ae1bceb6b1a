import type { Code, CodeType, Content } from '../text/content.ts';
import { below, type Element, element, elements, escaped, lines, readXml } from '../text/xml.ts';
import {
  type ExchangeFormat,
  type ReceivedPiece,
  type ReceivedUnit,
  shownCode,
  type Unit,
  type UnitState,
} from './unit.ts';
import { idOf, isXliff } from './xliff.ts';

/** XLIFF 2.1 (OASIS, 2018), with its modules for earlier translations and for lengths. */
export const xliff2: ExchangeFormat = {
  id: 'xliff',
  title: 'XLIFF 2.1',
  is: (text) => isXliff(text, 2),
  write({ source, target, files }) {
    const root = {
      ...{
        xmlns: `${NAMES}document:2.0`,
        'xmlns:mtc': `${NAMES}matches:2.0`,
        'xmlns:slr': `${NAMES}sizerestriction:2.0`,
      },
      ...{ version: '2.1', srcLang: source, trgLang: target },
    };
    const written = files.map(({ path, units }, n) =>
      lines('  ', 'file', { id: `f${n + 1}`, original: path, canResegment: 'no' }, [
        ...(units.some(({ limit }) => limit !== undefined) ? [LENGTHS] : []),
        ...units.map(unitElement),
      ]),
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n${lines('', 'xliff', root, written)}\n`;
  },
  read(text, path) {
    const root = readXml(text, path);
    const units = elements(root, 'file').flatMap((file) =>
      [...below(file, 'unit')].map((unit) => received(unit, file, path)),
    );
    const { srcLang, trgLang } = root.attributes;
    return { ...(srcLang && { source: srcLang }), ...(trgLang && { target: trgLang }), units };
  },
};

const NAMES = 'urn:oasis:names:tc:xliff:';
const LENGTHS = '    <slr:profiles generalProfile="xliff:codepoints"/>';

/** XLIFF 2.1, 4.3.1.29 and 4.3.1.30: what has no state is `initial`; our own is one of a state. */
const STATES: Readonly<Record<UnitState, { readonly state: string; readonly subState?: string }>> = {
  initial: { state: 'initial' },
  translated: { state: 'translated' },
  // A tool that drops what it does not know must not make it look done.
  stale: { state: 'initial', subState: 'hexapla:stale' },
  final: { state: 'final' },
};

function unitElement(unit: Unit): string {
  const { id, context, kind, line, source, target, state, previous, notes, limit } = unit;
  const data = dataOf([source, target ?? []]);
  const kept = idsIn(target ?? source);
  const before =
    previous === undefined
      ? []
      : [
          lines('      ', 'mtc:matches', {}, [
            lines('        ', 'mtc:match', { ref: `#${SEGMENT}`, type: 'other', subType: 'hexapla:previous' }, [
              `          ${element('source', { 'xml:space': 'preserve' }, escaped(previous))}`,
              `          ${element('target', { 'xml:space': 'preserve' }, target ? plain(target) : '')}`,
            ]),
          ]),
        ];
  const said = [
    { category: 'context', text: context.join(' › ') },
    { category: 'place', text: `${kind}, line ${line}` },
    ...notes,
  ].filter(({ text }) => text !== '');
  return lines('    ', 'unit', { id, name: `${kind}:${line}`, 'slr:sizeRestriction': limit }, [
    ...before,
    lines(
      '      ',
      'notes',
      {},
      said.map(({ category, text }) => `        ${element('note', { category }, escaped(text))}`),
    ),
    ...(data.size === 0
      ? []
      : [
          lines(
            '      ',
            'originalData',
            {},
            [...data].map(
              ([raw, name]) => `        ${element('data', { id: name, 'xml:space': 'preserve' }, escaped(raw))}`,
            ),
          ),
        ]),
    lines('      ', 'segment', { id: SEGMENT, ...STATES[state] }, [
      `        ${element('source', { 'xml:space': 'preserve' }, inline(source, data, kept))}`,
      ...(target ? [`        ${element('target', { 'xml:space': 'preserve' }, inline(target, data, kept))}`] : []),
    ]),
  ]);
}

const SEGMENT = 's';

/** What is shown of codes → the id of its data. */
function dataOf(contents: readonly Content[]): ReadonlyMap<string, string> {
  const data = new Map<string, string>();
  for (const piece of contents.flat())
    if (typeof piece !== 'string' && !data.has(shownCode(piece))) data.set(shownCode(piece), `d${data.size + 1}`);
  return data;
}

function plain(content: Content): string {
  return escaped(content.map((piece) => (typeof piece === 'string' ? piece : shownCode(piece))).join(''));
}

/** Pairs are nested in each other, as Markdown's are. */
function inline(content: Content, data: ReadonlyMap<string, string>, kept: ReadonlySet<string>): string {
  const closing = new Map(
    content.flatMap((piece) => (typeof piece !== 'string' && piece.half === 'close' ? [[piece.id, piece]] : [])),
  );
  return content
    .map((piece) => {
      if (typeof piece === 'string') return escaped(piece);
      const { half, id } = piece;
      if (half === 'close') return '</pc>';
      const shown = shownCode(piece);
      if (half === 'alone')
        return element('ph', {
          id,
          ...kindOf(piece),
          dataRef: data.get(shown),
          disp: piece.says ?? shown,
          equiv: piece.says,
          canDelete: kept.has(id) ? 'no' : undefined,
        });
      const end = closing.get(id);
      const open = element('pc', {
        ...{ id, ...kindOf(piece), canDelete: kept.has(id) ? 'no' : undefined, dataRefStart: data.get(shown) },
        dataRefEnd: end && data.get(shownCode(end)),
      });
      return `${open.slice(0, -'/>'.length)}>`;
    })
    .join('');
}

/** Codes that a translation must have: those of the source, but for what the translation does without already. */
function idsIn(content: Content): ReadonlySet<string> {
  return new Set(content.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.id])));
}

/** XLIFF 2.1, 4.3.1.37 and 4.3.1.31: values of its own, and ours where it has none. */
const KINDS: Readonly<Record<CodeType, { readonly type: string; readonly subType?: string }>> = {
  strong: { type: 'fmt', subType: 'xlf:b' },
  emphasis: { type: 'fmt', subType: 'xlf:i' },
  deletion: { type: 'fmt', subType: 'hexapla:deletion' },
  link: { type: 'link' },
  tag: { type: 'other', subType: 'hexapla:tag' },
  code: { type: 'other', subType: 'hexapla:code' },
  image: { type: 'image' },
  address: { type: 'link', subType: 'hexapla:address' },
  note: { type: 'other', subType: 'hexapla:note' },
  figure: { type: 'other', subType: 'hexapla:figure' },
  break: { type: 'fmt', subType: 'xlf:lb' },
  character: { type: 'other', subType: 'hexapla:character' },
  block: { type: 'fmt', subType: 'xlf:pb' },
  value: { type: 'ui', subType: 'xlf:var' },
};

function kindOf({ type }: Code) {
  return KINDS[type];
}

function received(unit: Element, file: Element, path: string): ReceivedUnit {
  const segments = unit.children.filter(
    (child): child is Element => typeof child !== 'string' && (child.name === 'segment' || child.name === 'ignorable'),
  );
  const own = segments.filter(({ name }) => name === 'segment');
  const targets = segments.map(
    (segment) =>
      elements(segment, segment.name === 'ignorable' && !elements(segment, 'target')[0] ? 'source' : 'target')[0],
  );
  // A unit of which one segment is not translated is not.
  const isThere = own.length > 0 && segments.every(({ name }, n) => name === 'ignorable' || targets[n] !== undefined);
  const pieces = isThere ? targets.flatMap((target) => (target ? piecesOf(target) : [])) : [];
  const states = own.map(({ attributes: { state } }) => state);
  const standing = states.includes('initial') ? 'open' : states.includes(undefined) ? 'unsaid' : 'done';
  return {
    ...{ path: file.attributes.original ?? '', id: idOf(unit, path), at: unit.at, standing },
    ...(pieces.length > 0 && { target: pieces }),
  };
}

/** Text and codes of an element; what marks words only (`mrk`) is looked through. */
function piecesOf({ children }: Element): readonly ReceivedPiece[] {
  return children.flatMap((child): readonly ReceivedPiece[] => {
    if (typeof child === 'string') return [child];
    const { id = '', startRef, hex } = child.attributes;
    switch (child.name) {
      case 'pc':
        return [{ half: 'open', id }, ...piecesOf(child), { half: 'close', id }];
      case 'ph':
        return [{ half: 'alone', id }];
      case 'sc':
        return [{ half: 'open', id }];
      case 'ec':
        return [{ half: 'close', id: startRef ?? id }];
      case 'cp':
        return [String.fromCodePoint(Number.parseInt(hex ?? 'FFFD', 16))];
      default:
        return piecesOf(child);
    }
  });
}
