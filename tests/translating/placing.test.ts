/** Translations are written so that they are read as they are, and nothing else changes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Document, Source } from '../../src/model.ts';
import { localise } from '../../src/stages/localise.ts';
import { type Content, isSameContent } from '../../src/text/content.ts';
import { placed, type Wish } from '../../src/translating/placing.ts';
import { type Plan, plan } from '../../src/translating/units.ts';
import { writable } from '../../src/translating/writable.ts';
import { markdown, typed } from '../markdown.ts';

function documentOf(text: string, locale: string): Document {
  const file: Source = { path: `content/${locale}/a.md`, text };
  const [document] = localise({ slug: 'a', files: [{ locale, file }] }, 'en', { multiples: 'strict' }).work.documents;
  if (!document) throw new Error('no document');
  return document;
}

function planOf(source: string, target?: string): Plan {
  const other = target === undefined ? undefined : documentOf(target, 'ru');
  return plan(documentOf(source, 'en'), other, 'ru', { locked: undefined, keyFigures: undefined, terms: undefined });
}

const place = (of: Plan, wishes: readonly Wish[]) => placed(of, wishes, 'content/ru/a.md', 'ru');
const kinds = (text: string) =>
  writable({ path: 'content/ru/a.md', text }, 'ru').blocks.map(({ kind, within, cell }) => [kind, within, cell]);
/** What a unit says, however its codes are numbered. */
const shape = (content: Content | undefined) =>
  content?.map((piece) => (typeof piece === 'string' ? piece : `${piece.half} ${piece.type}`));

/** Says the same in other words: its texts, in order. */
function translated(content: Content, texts: readonly string[]): Content {
  let n = 0;
  return content
    .map((piece) => {
      if (typeof piece !== 'string') return piece;
      const text = (texts[n++ % texts.length] ?? '')
        .replace(/[ \t\r\n]+/g, ' ')
        .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
      return text.trim() === '' ? 'x' : text;
    })
    .map((piece, at, all) => {
      if (typeof piece !== 'string') return piece;
      const isEdge = (other: Content[number] | undefined) =>
        other === undefined || (typeof other !== 'string' && (other.type === 'block' || other.type === 'break'));
      const start = isEdge(all[at - 1]) ? piece.trimStart() : piece;
      return (isEdge(all[at + 1]) ? start.trimEnd() : start) || 'x';
    });
}

/** Front matter has no way to say that a mark of a key figure is none. */
const unmarked = (text: string) => text.replaceAll('{fig:', '{');

test('every block of a document can be written again, and says what it said', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const own = planOf(text);
      const wishes = own.units.map((planned): Wish => ({ planned, content: planned.unit.source }));
      const { text: written, refused } = place(own, wishes);
      expect([...refused.values()]).toEqual([]);
      expect(planOf(written).units.map(({ unit }) => shape(unit.source))).toEqual(
        own.units.map(({ unit }) => shape(unit.source)),
      );
      expect(kinds(written)).toEqual(kinds(text));
    }),
    { numRuns: 250 },
  );
});

test('whatever a translator types is read as it was typed, in a document of the same shape', () => {
  fc.assert(
    fc.property(markdown, fc.array(typed, { minLength: 1, maxLength: 6 }), (text, texts) => {
      const own = planOf(text);
      const wishes = own.units.map(
        (planned): Wish => ({
          planned,
          content: translated(
            planned.unit.source,
            planned.unit.kind === 'title' || planned.unit.kind === 'abstract' ? texts.map(unmarked) : texts,
          ),
        }),
      );
      const { text: written, refused } = place(own, wishes);
      expect([...refused].map(([{ planned, content }, reason]) => [planned.unit.kind, content, reason.form])).toEqual(
        [],
      );
      expect(kinds(written)).toEqual(kinds(text));
      const now = planOf(written).units.map(({ unit }) => unit.source);
      for (const [n, { content }] of wishes.entries())
        if (!isSameContent(content, now[n] ?? [])) expect(shape(now[n])).toEqual(shape(content));
    }),
    { numRuns: 250 },
  );
});
