import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../../src/figures/comparing/documents.ts';
import { readFigures } from '../../../src/figures/reading/read.ts';
import type { Document } from '../../../src/model.ts';

const start = { line: 1, column: 1 };

/** A document of one paragraph. */
function paragraph(locale: string, text: string): Document {
  const path = `content/${locale}/a.md`;
  const span = { path, start, end: start };
  const figures = readFigures(text, locale).map((figure) => ({ ...figure, span }));
  const block = { kind: 'paragraph', text, span, segments: [], within: [], figures } as const;
  return { source: { path, text }, slug: 'a', locale, meta: {}, blocks: [block] } as unknown as Document;
}

/** `extra`, or `extra?` where it is doubtful. */
function found(source: string, locale: string, target: string): string {
  return compareDocuments(paragraph('en', source), paragraph(locale, target))
    .flatMap(({ differences }) => differences.map(({ slip, doubtful }) => (doubtful ? `${slip}?` : slip)))
    .join(' ');
}

describe('days of the month for days of the week', () => {
  test.each([
    ['The vote was held late on Thursday.', 'ja', '採決は27日深夜に行われた。', 'extra?'],
    ['Rain is expected by Friday evening.', 'ko', '28일 저녁까지 비가 예상된다.', 'extra?'],
    ['Parliament returns on Monday.', 'ko', '의회는 12월 1일 다시 열린다.', 'extra?'],
    ['Parliament returns next month.', 'ko', '의회는 12월 1일 다시 열린다.', 'extra'],
  ])('%s = %s: %s', (source, locale, target, expected) => expect(found(source, locale, target)).toBe(expected));
});

describe('scores and names', () => {
  test.each([
    ['She won 6-4 3-6 7-5.', 'ko', '그는 2-1(6-4 3-6 7-5)로 이겼다.', ''],
    ['She won 6-4 3-6 7-5.', 'ko', '그는 3-0(6-4 3-6 7-5)로 이겼다.', 'extra extra'],
    ['She won 6-4 3-6 7-5.', 'zh', '她以6比7、3比6、7比5获胜。', 'value'],
    ['The crowd hailed Harold II.', 'ko', '군중은 해럴드 2세를 맞았다.', ''],
    ['The crowd hailed Harold II.', 'ko', '군중은 해럴드 3세를 맞았다.', 'extra'],
    ['She beat a top-10 player.', 'ko', '그는 10위 안에 드는 선수를 이겼다.', ''],
  ])('%s = %s: %s', (source, locale, target, expected) => expect(found(source, locale, target)).toBe(expected));
});
