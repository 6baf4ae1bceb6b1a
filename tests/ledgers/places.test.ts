/** A ledger of which some is taken from the file that stands there is the one that would be written whole. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inParts } from '../../src/ledgers/json.ts';
import { Places } from '../../src/ledgers/places.ts';
import type { Ledger, LedgerEntry } from '../../src/model.ts';

const head = { source: 'en', locales: ['en', 'ru'] };
const place = { line: 1, column: 1 };

/** What is said of one document: so many figures, in these words. */
function ledger(slug: string, texts: readonly string[]): Ledger {
  const entries = texts.map((text): LedgerEntry => {
    const span = { path: `content/en/${slug}.md`, start: place, end: place };
    const rest = { kind: 'number', value: '1', unit: null, bound: 'exact', soft: false, start: 0, end: 1 } as const;
    const figure = { ...rest, text, span };
    return { slug, figure, says: [{ locale: 'en', state: 'source', figure }] };
  });
  return { ...head, entries };
}

function written(parts: ReadonlyMap<string, Ledger>, places?: Places): string {
  const { begin, add, end } = inParts(head);
  const added = Array.from(parts, ([slug, part]) => {
    const text = add(part);
    places?.note(slug, text, part);
    return text;
  });
  return [begin, ...added, end()].join('');
}

const said = fc.array(fc.constantFrom('1', '五', 'ten'), { maxLength: 3 });
const change = fc.dictionary(fc.constantFrom('0', '1', '2', '3', '4', '5'), said);

test('after any changes', () => {
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 6 }), fc.array(change), (begin, changes) => {
      let places = new Places(head);
      const parts = new Map(begin.map((texts, n) => [String(n), ledger(String(n), texts)]));
      let standing = Buffer.from(written(parts, places));
      for (const one of changes) {
        const fresh = new Map(
          Object.entries(one)
            .filter(([slug]) => parts.has(slug))
            .map(([slug, texts]) => [slug, ledger(slug, texts)]),
        );
        for (const [slug, part] of fresh) parts.set(slug, part);
        const next = new Places(head);
        const pieces = Array.from(places.again(fresh, next), ({ bytes, stands }) => {
          return stands ? standing.subarray(...stands) : bytes;
        });
        standing = Buffer.concat(pieces);
        places = next;
        expect(standing.toString()).toBe(written(parts));
      }
    }),
  );
});
