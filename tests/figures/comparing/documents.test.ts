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
    ['She left on Monday.', 'ja', '彼女は27日と28日に出発した。', 'extra? extra'],
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
    ['United won 3-0.', 'zh', '曼联三比零获胜。', ''],
    ['United won 3-0.', 'zh', '曼联二比零获胜。', 'value'],
    ['Fees will top £10,000.', 'zh', '学费将突破一万英镑。', ''],
    ['She beat a top-10 player.', 'ko', '그는 10위 안에 드는 선수를 이겼다.', ''],
  ])('%s = %s: %s', (source, locale, target, expected) => expect(found(source, locale, target)).toBe(expected));
});

describe('few that were said otherwise', () => {
  test.each([
    ['Both companies agreed.', 'zh', '九家公司同意。', 'value'],
    ['They hit the post twice and lost.', 'zh', '他们三次击中门柱，一场失利。', 'value'],
    ['Both companies agreed.', 'zh', '两家公司同意。', ''],
    ['Both companies agreed.', 'zh', '公司同意。', ''],
    ['It lies 200 miles away.', 'zh', '那里有370公里远。', 'value'],
    ['It lies 200 miles away.', 'zh', '那里有300公里远。', 'converted'],
    ['She worked there for six months and eight years.', 'ko', '그는 육 개월 팔 년을 거기서 일했다.', ''],
    ['He won three times.', 'ko', '그는 오 번 이겼다.', 'value'],
  ])('%s = %s: %s', (source, locale, target, expected) => expect(found(source, locale, target)).toBe(expected));
});
