/** The file of what was accepted: the same documents give the same bytes, merged ones are read, changed lines are not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LockedDocument, lockPath, printOf, readLock, writeLock } from '../../src/freshness/lock.ts';

const print = fc.string({ minLength: 1, maxLength: 8 }).map(printOf);
const pair = fc.record({ source: print, words: print, frame: print, target: print });
const document = fc.record({
  slug: fc.constantFrom('a', 'b', 'news/a', 'with space', 'a "quoted" one', '#first', 'ц'),
  whole: fc.array(fc.record({ source: print, target: print, words: fc.nat(9999) }), { maxLength: 1 }),
  pairs: fc.uniqueArray(pair, { minLength: 1, maxLength: 5, selector: ({ source, target }) => source + target }),
});
const documents = fc.uniqueArray(document, { maxLength: 4, selector: ({ slug }) => slug });

const read = (text: string, locale = 'zh') => readLock({ path: lockPath(locale), text }, locale);
const sorted = (all: Iterable<LockedDocument>) =>
  [...all]
    .map(({ slug, whole, pairs }) => ({ slug, whole, pairs: pairs.map((own) => JSON.stringify(own)).sort() }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));

test('what is written is read, and its order does not matter', () => {
  fc.assert(
    fc.property(documents, (all) => {
      const text = writeLock(all, 'zh');
      expect(sorted(read(text).documents.values())).toEqual(sorted(all));
      const turned = [...all].reverse().map((one) => ({ ...one, pairs: [...one.pairs].reverse() }));
      expect(writeLock(turned, 'zh')).toBe(text);
    }),
  );
});

test('both sides of a merge are there when their lines are', () => {
  fc.assert(
    fc.property(documents, document, document, (base, one, other) => {
      const with_ = (more: LockedDocument) => [...base.filter(({ slug }) => slug !== more.slug), more];
      const [left, right] = [writeLock(with_(one), 'zh'), writeLock(with_(other), 'zh')];
      const merged = read(`${left}${right.split('\n').slice(1).join('\n')}`);
      expect(merged.broken).toEqual([]);
      for (const { slug, pairs } of [one, other])
        expect(merged.documents.get(slug)?.pairs).toEqual(expect.arrayContaining([...pairs]));
    }),
  );
});

test('a sign changed by hand in any line is seen, and that line accepts nothing', () => {
  const all = [
    {
      slug: 'a',
      whole: [],
      pairs: [{ source: printOf('a'), words: printOf('b'), frame: printOf('c'), target: printOf('d') }],
    },
  ];
  const text = writeLock(all, 'zh');
  const [head = '', first = '', line = ''] = text.split('\n');
  for (let at = 2; at < line.length; at += 1) {
    if (line[at] === '\t') continue;
    const changed = line.slice(0, at) + (line[at] === 'x' ? 'y' : 'x') + line.slice(at + 1);
    const { broken, documents: left } = read([head, first, changed, ''].join('\n'));
    expect(
      broken.map(({ span }) => span.start.line),
      changed,
    ).toEqual([3]);
    expect(left.get('a')?.pairs).toEqual([]);
  }
  // What was accepted in one language, or of one document, is not of another one.
  expect(read(text, 'ru').broken).toHaveLength(2);
  expect(read(text.replace('\na\t', '\nb\t')).broken).toHaveLength(2);
});

test.each([
  ['', '1:1: it is no lock'],
  ['# Hexapla translations 2: x\n', '1:1: it is of version 2, and this Hexapla reads version 1'],
  ['<<<<<<< HEAD\n', '1:1: it is no lock'],
])('%j is refused', (text, expected) => {
  expect(() => read(text)).toThrow(`content/zh/translations.lock:${expected}`);
});

test('a merge that stopped is refused at its line', () => {
  const text = writeLock([{ slug: 'a', whole: [], pairs: [] }], 'zh');
  expect(() => read(`${text}<<<<<<< HEAD\n`)).toThrow('content/zh/translations.lock:2:1: this line is none of a lock');
});
