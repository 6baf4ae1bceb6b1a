import type { CodeType, Content } from '../text/content.ts';
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

/** XLIFF 1.2 (OASIS, 2008), which most tools read best. */
export const xliff12: ExchangeFormat = {
  id: 'xliff12',
  title: 'XLIFF 1.2',
  is: (text) => isXliff(text, 1),
  write({ source, target, files }) {
    const languages = { 'source-language': source, 'target-language': target };
    const written = files.map(({ path, units }) => {
      const datatype = path.endsWith('.json') ? 'x-json' : 'x-markdown';
      return lines('  ', 'file', { original: path, ...languages, datatype }, [
        lines('    ', 'body', {}, units.map(unitElement)),
      ]);
    });
    const root = { xmlns: 'urn:oasis:names:tc:xliff:document:1.2', version: '1.2' };
    return `<?xml version="1.0" encoding="UTF-8"?>\n${lines('', 'xliff', root, written)}\n`;
  },
  read(text, path) {
    const files = elements(readXml(text, path), 'file');
    const units = files.flatMap((file) => [...below(file, 'trans-unit')].map((unit) => received(unit, file, path)));
    const { 'source-language': source, 'target-language': target } = files[0]?.attributes ?? {};
    return { ...(source && { source }), ...(target && { target }), units };
  },
};

/** XLIFF 1.2, `state` of a target. */
const STATES: Readonly<Record<UnitState, string>> = {
  initial: 'needs-translation',
  translated: 'translated',
  stale: 'needs-review-translation',
  final: 'final',
};

function unitElement(unit: Unit): string {
  const { id, context, kind, line, source, target, state, previous, notes, limit } = unit;
  const attributes = {
    ...{ id, resname: `${kind}:${line}`, approved: state === 'final' ? 'yes' : 'no', 'xml:space': 'preserve' },
    ...(limit !== undefined && { maxwidth: limit, 'size-unit': 'char' }),
  };
  const places = [
    { type: 'x-path', text: context.join(' › ') },
    { type: 'linenumber', text: String(line) },
  ].filter(({ text }) => text !== '');
  return lines('      ', 'trans-unit', attributes, [
    `        ${element('source', {}, inline(source))}`,
    ...(target ? [`        ${element('target', { state: STATES[state] }, inline(target))}`] : []),
    lines(
      '        ',
      'context-group',
      { name: 'place', purpose: 'information' },
      places.map(({ type, text }) => `          ${element('context', { 'context-type': type }, escaped(text))}`),
    ),
    ...notes.map(({ category, text }) => `        ${element('note', { from: category }, escaped(text))}`),
    ...(previous === undefined
      ? []
      : [
          lines('        ', 'alt-trans', { alttranstype: 'previous-version' }, [
            `          ${element('source', {}, escaped(previous))}`,
            `          ${element('target', {}, target ? inline(target) : '')}`,
          ]),
        ]),
  ]);
}

/** Codes hold what they stand for. */
function inline(content: Content): string {
  return content
    .map((piece) => {
      if (typeof piece === 'string') return escaped(piece);
      const { id, half, type } = piece;
      const shown = escaped(shownCode(piece));
      if (half === 'alone')
        return element('ph', { id, ctype: KINDS[type] ?? `x-${type}`, 'equiv-text': piece.says }, shown);
      return half === 'open'
        ? element('bpt', { id, rid: id, ctype: KINDS[type] ?? `x-${type}` }, shown)
        : element('ept', { id, rid: id }, shown);
    })
    .join('');
}

/** XLIFF 1.2, `ctype`. */
const KINDS: Readonly<Partial<Record<CodeType, string>>> = {
  ...{ strong: 'bold', emphasis: 'italic', link: 'link', image: 'image', break: 'lb', block: 'pb' },
};

function received(unit: Element, file: Element, path: string): ReceivedUnit {
  const { approved } = unit.attributes;
  const [target] = elements(unit, 'target');
  const state = target?.attributes.state ?? '';
  const pieces = target ? piecesOf(target) : [];
  return {
    ...{ path: file.attributes.original ?? '', id: idOf(unit, path), at: unit.at },
    standing: approved === 'yes' ? 'done' : standingOf(state),
    ...(pieces.length > 0 && { target: pieces }),
  };
}

function standingOf(state: string): ReceivedUnit['standing'] {
  if (state === '') return 'unsaid';
  return /^(?:new|needs-.*)$/.test(state) ? 'open' : 'done';
}

/** Text and codes of an element; what only marks words (`mrk`) is looked through, and what codes hold is not text. */
function piecesOf({ children }: Element): readonly ReceivedPiece[] {
  return children.flatMap((child): readonly ReceivedPiece[] => {
    if (typeof child === 'string') return [child];
    const { id = '', rid, pos } = child.attributes;
    switch (child.name) {
      case 'g':
        return [{ half: 'open', id }, ...piecesOf(child), { half: 'close', id }];
      case 'bpt':
      case 'bx':
        return [{ half: 'open', id: rid ?? id }];
      case 'ept':
      case 'ex':
        return [{ half: 'close', id: rid ?? id }];
      case 'it':
        return [{ half: pos === 'close' ? 'close' : 'open', id: rid ?? id }];
      case 'ph':
      case 'x':
        return [{ half: 'alone', id }];
      default:
        return piecesOf(child);
    }
  });
}
