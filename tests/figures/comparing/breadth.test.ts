import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/figures/comparing/compare.ts';
import { readFigures } from '../../../src/figures/reading/read.ts';
import type { Figure } from '../../../src/model.ts';

const nowhere = { path: '', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** `fi: 460 miljoonaa` → its figures. */
function figures(text: string): readonly Figure[] {
  const [locale = '', ...rest] = text.split(': ');
  return readFigures(rest.join(': '), locale).map((figure) => ({ ...figure, span: nowhere }));
}

function errors(source: string, target: string): readonly string[] {
  const { differences } = compare(figures(source), figures(target));
  return differences.filter(({ doubtful }) => !doubtful).map(({ slip }) => slip);
}

describe('what one language says in its own way is no error', () => {
  test.each([
    [
      'en: scored in the 63rd minute',
      'ja: 後半18分に得点した',
      'it: ha segnato al 18º della ripresa',
      'de: traf in der 18. Minute der zweiten Halbzeit',
      'ar: سجل في الدقيقة 18 من الشوط الثاني',
      'tr: ikinci yarının 18. dakikasında attı',
    ],
    ['en: 18 minutes into the second half', 'es: a los 18 minutos del segundo tiempo', 'ko: 후반 18분'],
    [
      'en: their 25th wedding anniversary',
      'da: sølvbryllup',
      'ja: 銀婚式',
      'es: bodas de plata',
      'cs: stříbrnou svatbu',
    ],
    [
      'en: 4.2 billion by the middle of the century',
      'cs: do poloviny století 4,2 miliardy',
      'pl: do połowy wieku 4,2 mld',
      'fi: 4,2 miljardiin vuosisadan puoliväliin mennessä',
      'ja: 21世紀半ばまでに42億人',
    ],
    ['en: rents fell, while fares more than doubled', 'sv: hyrorna föll, medan taxorna mer än fördubblades'],
    [
      'en: fares more than doubled',
      'es: las tarifas se duplicaron con creces',
      'sr: цене су се више него удвостручиле',
    ],
    ['en: after 15 minutes', 'el: ύστερα από ένα τέταρτο', 'pl: po kwadransie'],
    ['en: the teenage girl sat in three rows', 'ko: 10대 소녀는 세 줄에 앉았다', 'ja: 10代の少女は3列に座った'],
    ['en: a packed stadium', 'ko: 만원 경기장'],
  ])('%s', (source, ...targets) => {
    for (const target of targets) expect(errors(source, target), target).toEqual([]);
  });
});

describe('and what it says otherwise is one', () => {
  test.each([
    ['en: scored in the 63rd minute', 'ja: 後半28分に得点した'],
    ['en: scored in the 63rd minute', 'ja: 前半18分に得点した'],
    ['en: 18 minutes into the second half', 'es: a los 28 minutos del segundo tiempo'],
    ['en: their 25th wedding anniversary', 'da: guldbryllup'],
    ['en: by the middle of the 21st century', 'ja: 22世紀半ばまでに'],
    ['en: fares more than doubled', 'sv: taxorna mer än halverades'],
    ['en: after 15 minutes', 'pl: po dwóch kwadransach'],
    ['en: it cost little', 'ko: 5만원이었다'],
  ])('%s ≠ %s', (source, target) => {
    expect(errors(source, target)).not.toEqual([]);
  });
});
