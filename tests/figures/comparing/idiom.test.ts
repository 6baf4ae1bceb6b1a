import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/figures/comparing/compare.ts';
import { readFigures } from '../../../src/figures/reading/read.ts';
import type { Figure } from '../../../src/model.ts';

const nowhere = { path: '', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function figures(text: string, locale: string): readonly Figure[] {
  return readFigures(text, locale).map((figure) => ({ ...figure, span: nowhere }));
}

/** What an editor would have to mend, as `slip value of the source → value of the translation`. */
function errors(source: string, target: string, locale: string): readonly string[] {
  const { differences } = compare(figures(source, 'en'), figures(target, locale));
  return differences
    .filter(({ doubtful, slip }) => !doubtful && slip !== 'converted')
    .map((found) => `${found.slip} ${found.source?.text ?? '–'} → ${found.target?.text ?? '–'}`);
}

describe('said as that language says it: nothing to mend', () => {
  test.each([
    // Less, by a negation.
    ['ru', 'She quit less than two weeks after joining.', 'Она ушла, не проработав и двух недель.'],
    ['ru', 'He is under five feet tall.', 'В нём и пяти футов нет.'],
    ['ru', 'The roof lasted less than five years.', 'Крыша не простояла даже пяти лет.'],
    ['ru', 'The two farm workers were in their 20s.', 'Двоим рабочим фермы не было и тридцати.'],
    // The ten years of a life.
    ['ru', 'She worked well into her 80s.', 'Она работала и на девятом десятке.'],
    ['ru', 'He is in his sixties.', 'Он разменял седьмой десяток.'],
    // Hours.
    ['ru', 'They left at half past five.', 'Уехали в полшестого.'],
    ['ru', 'They left at half past seven in the evening.', 'Уехали в полвосьмого вечера.'],
    ['ru', 'The shop opens at a quarter to nine.', 'Магазин открывается без пятнадцати девять.'],
    ['ru', 'It was just after nine in the evening.', 'Было начало десятого вечера.'],
    ['ru', 'Between 2 and 4 in the afternoon.', 'С двух до четырёх дня.'],
    // One of a unit, and where a range begins with it.
    ['ru', 'Debt was $1.3bn 12 months earlier.', 'Годом ранее долг составлял $1,3 млрд.'],
    ['ru', 'A decision could take 12 to 18 months.', 'Решение может занять от года до полутора лет.'],
    ['ru', 'The trip takes one to three hours.', 'Дорога занимает от часа до трёх.'],
    ['ru', 'Sixty seconds of silence.', 'Минута молчания.'],
    ['ru', 'He came back a fortnight later.', 'Через полмесяца он вернулся.'],
    // What is counted stands before its number.
    ['ru', 'It was more like 70 per cent.', 'Скорее процентов семьдесят.'],
    ['ru', 'It costs about $300.', 'Стоит долларов триста.'],
    ['ru', 'I am at 100 per cent.', 'Я готов на все сто.'],
    // Fused words.
    ['ru', 'A seven-pointed star hangs over the door.', 'Над дверью висит семиконечная звезда.'],
    ['ru', 'The hexagon is a sign.', 'Шестиугольник — это знак.'],
    ['ru', 'He walked half a mile.', 'Он прошёл полмили.'],
    // Rounds of a cup, minutes of a match.
    ['ru', 'They reached the quarter-finals.', 'Они вышли в 1/4 финала.'],
    ['ru', 'They reached the last 16.', 'Они вышли в 1/8 финала.'],
    ['ru', 'He scored in the third minute of stoppage time.', 'Он забил на 90+3-й минуте.'],
    // Falls.
    ['ru', 'The damage was halved.', 'Ущерб оказался в два раза меньшим.'],
    ['ru', 'Imports fell by two thirds.', 'Импорт сократился втрое.'],
    // Dates by name.
    ['ru', "A speech on International Women's Day.", 'Речь в честь 8 Марта.'],
    ['ru', 'In the 2000s the mill closed.', 'В нулевых фабрика закрылась.'],
  ])('%s: %s = %s', (locale, source, target) => {
    expect(errors(source, target, locale)).toEqual([]);
  });
});

describe('… and what it does not say', () => {
  test.each([
    ['ru', 'She quit less than two weeks after joining.', 'Она ушла, не проработав и трёх недель.', 'value'],
    ['ru', 'He is under five feet tall.', 'В нём и пять футов, и шесть пудов.', 'bound'],
    ['ru', 'She worked well into her 80s.', 'Она работала и на восьмом десятке.', 'value'],
    ['ru', 'They left at half past five.', 'Уехали в полседьмого.', 'value'],
    ['ru', 'It was just after nine in the evening.', 'Было начало двенадцатого вечера.', 'value'],
    ['ru', 'A decision could take 12 to 18 months.', 'Решение может занять от года до полутора месяцев.', 'missing'],
    ['ru', 'It was more like 70 per cent.', 'Скорее процентов семнадцать.', 'value'],
    ['ru', 'A seven-pointed star hangs over the door.', 'Над дверью висит шестиконечная звезда.', 'missing'],
    ['ru', 'It took an hour and 20 minutes.', 'Управились за час тридцать минут.', 'value'],
    ['ru', 'Imports fell by two thirds.', 'Импорт сократился вдвое.', 'value'],
  ])('%s: %s ≠ %s', (locale, source, target, slip) => {
    expect(errors(source, target, locale).map((found) => found.split(' ')[0])).toContain(slip);
  });
});
