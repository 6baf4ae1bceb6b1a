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
    // Numbers of which the saying says nothing.
    ['ar', 'That is quite right.', 'هذا صحيح مئة بالمئة.'],
    ['fa', 'That is quite right.', 'این صد در صد درست است.'],
    ['es', 'He looks for trouble.', 'Le busca tres pies al gato.'],
    ['es', 'The line-up is known.', 'Ya se conoce el once titular.'],
    ['it', 'The line-up is known.', "Si conosce l'undici titolare."],
    ['tr', 'It is rare.', 'Kırk yılda bir olur.'],
    ['hi', 'They hardly differ.', 'दोनों में उन्नीस-बीस का फर्क है।'],
    ['ko', 'There is no cure for all.', '만병통치약은 없다.'],
    ['bg', 'She turns 78 next month.', 'Тя навършва 78 следващия месец.'],
    ['da', 'He ran it in 2:04:31.', 'Han løb det på 2.04.31 i går.'],
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
    ['uk', 'Less than two days later he was back.', 'Не минуло й двох днів, як він повернувся.'],
    ['uk', 'He is under five feet tall.', "У ньому й п'яти футів немає."],
    ['uk', 'She worked well into her 80s.', "Вона працювала й на дев'ятому десятку."],
    ['uk', 'The shop opens at a quarter to nine.', "Крамниця відчиняється за чверть дев'ята."],
    ['uk', 'He arrived shortly before four in the afternoon.', 'Він прибув незадовго до четвертої дня.'],
    ['uk', 'It costs about $300.', 'Коштує доларів триста.'],
    ['uk', 'The southern coast of the country.', 'Південне узбережжя країни.'],
    ['uk', 'The northern regions are cold.', 'Північні регіони холодні.'],
    ['uk', 'The dogs of a family.', "Собаки однієї сім'ї."],
    ['uk', 'They reached the quarter-finals.', 'Вони вийшли в 1/4 фіналу.'],
    ['uk', 'The damage was halved.', 'Збитки виявилися у два рази меншими.'],
    ['be', 'Less than two days later he was back.', 'Не мінула і двух дзён, як ён вярнуўся.'],
    ['be', 'She worked well into her 80s.', 'Яна працавала і на дзявятым дзясятку.'],
    ['be', 'The shop opens at a quarter to nine.', 'Крама адчыняецца без чвэрці дзевяць.'],
    ['be', 'The southern coast of the country.', 'Паўднёвае ўзбярэжжа краіны.'],
    ['be', 'It was more like 70 per cent.', 'Хутчэй працэнтаў семдзесят.'],
    ['be', 'He walked half a mile.', 'Ён прайшоў паўмілі.'],
    ['pl', 'Less than two days later he was back.', 'Nie minęły dwa dni, a był z powrotem.'],
    ['pl', 'The shop opens at a quarter to nine.', 'Sklep otwiera się za piętnaście dziewiąta.'],
    ['pl', 'They were let in one by one.', 'Wpuszczano ich jednego po drugim.'],
    ['pl', 'In the 1990s the mill closed.', 'W latach dziewięćdziesiątych fabrykę zamknięto.'],
    ['pl', 'The debt could exceed 700 million.', 'Dług może przekroczyć 700 milionów.'],
    ['pl', 'Twenty-odd people came.', 'Przyszło dwadzieścia kilka osób.'],
    ['pl', 'The twelve of us went.', 'Poszła nasza dwunastka.'],
    ['pl', 'A six-string guitar was sold.', 'Sprzedano sześciostrunową gitarę.'],
    ['cs', 'Less than two days later he was back.', 'Neuplynuly ani dva dny a byl zpátky.'],
    ['cs', 'Twenty-four voted for it and 25 against.', 'Pro hlasovalo čtyřiadvacet zastupitelů, proti pětadvacet.'],
    ['cs', 'It was 28 years ago.', 'Bylo to před osmadvaceti lety.'],
    ['cs', 'The 65th chapter.', 'Pětašedesátá kapitola.'],
    ['cs', 'It was rebuilt some twenty times.', 'Byla obnovena asi dvacetkrát.'],
    ['cs', 'On the second evening he left.', 'Druhý večer odešel.'],
    ['cs', 'It was after nine in the evening.', 'Bylo po deváté večer.'],
    ['cs', 'They came in the nick of time.', 'Přišli za pět minut dvanáct.'],
    ['cs', 'The debt exceeded 700 million.', 'Dluh přesáhl 700 milionů.'],
    ['cs', 'Names may not be longer than 255 characters.', 'Názvy nesmějí být delší než 255 znaků.'],
    ['cs', 'A seven-pointed star hangs over the door.', 'Nade dveřmi visí sedmicípá hvězda.'],
    ['bg', 'Less than two days later he was back.', 'Не минаха и два дни и той се върна.'],
    ['bg', 'He is under five feet tall.', 'Няма и пет фута.'],
    ['bg', 'They followed at his heels.', 'Вървяха по петите му.'],
    ['bg', 'They reached the quarter-finals.', 'Класираха се за 1/4-финалите.'],
    ['bg', 'I am at 100 per cent.', 'Готов съм на сто процента.'],
    ['bg', 'The past 24 hours saw 200 cases.', 'За денонощие са открити 200 случая.'],
    ['bg', 'The damage was halved.', 'Щетите бяха два пъти по-малки.'],
    ['sr', 'Less than two days later he was back.', 'Нису прошла ни два дана, а он се вратио.'],
    ['sr', 'He is under five feet tall.', 'Nema ni pet stopa.'],
    ['sr', 'He walked half a mile.', 'Прешао је пола миље.'],
    ['sr', 'About ten people came.', 'Дошло је десетак људи.'],
    ['sr', 'He was painted from head to heel.', 'Био је обојен од главе до пете.'],
    ['sr', 'The table is old.', 'Сто је стар.'],
    ['sr', 'The debt exceeded 700 million.', 'Dug je premašio 700 miliona.'],
    ['sr', 'A seven-pointed star hangs over the door.', 'Изнад врата виси седмокрака звезда.'],
    // The night to a day, and a share of money.
    ['ru', 'It sank on the night of 3 May.', 'Судно затонуло в ночь на 4 мая.'],
    ['ru', 'It sank early on 4 May.', 'Судно затонуло в ночь на 4 мая.'],
    ['uk', 'It sank on the night of 3 May.', 'Судно затонуло в ніч на 4 травня.'],
    ['cs', 'It sank on the night of 3 May.', 'Loď se potopila v noci na 4. května.'],
    ['ru', 'By half past ten the queue was gone.', 'К половине одиннадцатого очередь разошлась.'],
    ['ru', 'They bring in $4 of every $10.', 'Они приносят четыре доллара из каждых десяти.'],
    ['ru', 'They bring in $4 of every $10.', 'Они приносят $4 из каждых $10.'],
    ['ru', 'They came at half past eleven at night.', 'Пришли в половине двенадцатого ночи.'],
    ['uk', 'They came at eleven at night.', 'Прийшли об одинадцятій ночі.'],
    ['cs', 'It came apart eighteen months later.', 'Prasklo to po roce a půl.'],
    ['ru', 'They came at 12.50pm.', 'Пришли без десяти час.'],
    ['ru', 'Between 1,000 and 1,500 jobs.', 'От тысячи до полутора тысяч рабочих мест.'],
    // A half behind a multiple, and before a unit that skips it elsewhere.
    ['th', 'It is two and a half times as long.', 'ยาวเป็นสองเท่าครึ่ง'],
    ['vi', 'It is two and a half times as long.', 'Nó dài gấp hai lần rưỡi.'],
    ['ko', 'It is two and a half times as long.', '두 배 반이나 길다.'],
    ['ar', 'It is two and a half times as long.', 'طوله مرتان ونصف.'],
    ['fa', 'It is two and a half times as long.', 'دو برابر و نیم طول آن است.'],
    ['vi', 'Six months ago we were worried.', 'Nửa năm trước chúng tôi lo.'],
    // Half won, half lost, which others say by counting.
    ['nl', 'They were 12 games under .500.', 'Ze hadden twaalf nederlagen meer dan overwinningen.'],
    ['sv', 'They were 12 games under .500.', 'De hade tolv fler förluster än segrar.'],
    ['zh', 'They were 12 games under .500.', '他们的败场比胜场多12场。'],
    ['es', 'They were 12 games under .500.', 'Tenían 12 derrotas más que victorias.'],
    // Numbered people, and millions with an article.
    ['nb', 'She was the seventh of nine children.', 'Hun var nummer sju av ni barn.'],
    ['sv', 'She was the seventh of nine children.', 'Hon var nummer sju av nio syskon.'],
    ['de', 'She was the seventh of nine children.', 'Sie war Nummer sieben von neun Kindern.'],
    ['tr', 'She was the seventh of nine children.', 'Dokuz çocuğun yedincisiydi.'],
    [
      'nb',
      'They got 3 billion dollars, and spent the 3 billion.',
      'De fikk 3 milliarder dollar og brukte de 3 milliardene.',
    ],
    [
      'sv',
      'They got 3 billion dollars, and spent the 3 billion.',
      'De fick 3 miljarder dollar och gjorde av med de 3 miljarderna.',
    ],
    [
      'da',
      'They got 3 million dollars, and spent the 3 million.',
      'De fik 3 millioner dollar og brugte de 3 millionerne.',
    ],
    // Hours.
    ['th', 'It left at about 10 p.m. on Tuesday.', 'ออกราว 4 ทุ่มวันอังคาร'],
    ['tr', 'He must report by noon on Jan. 6.', "6 Ocak günü öğlen 12'ye kadar teslim olmalı."],
    ['tr', 'It blew shortly after 5.30pm on Sunday.', "Pazar günü 17.30'u biraz geçe esti."],
    ['es', 'It opens at 12 noon.', 'Abre a las 12 del mediodía.'],
    // By how much.
    ['kk', 'The list is five names shorter.', 'Тізім бес адамға кем.'],
    ['ky', 'The list is five names shorter.', 'Тизме беш адамга аз.'],
    ['uz', 'The list is five names shorter.', "Ro'yxat besh kishiga kam."],
    ['nl', 'They went back four times over the next two years.', 'Ze keerden in de twee jaar daarna vier keer terug.'],
    // Days of the week, hands and months.
    ['el', 'It rained on Monday morning.', 'Έβρεχε το πρωί της Δευτέρας.'],
    ['el', 'It rained on Thursday.', 'Έβρεχε την Πέμπτη.'],
    ['el', 'You can not do that in August.', 'Δεν γίνεται να το κάνεις αυτό Αύγουστο.'],
    ['el', 'Quarterly profit more than doubled.', 'Τα τριμηνιαία κέρδη υπερδιπλασιάστηκαν.'],
    ['el', 'The firm more than tripled its profit.', 'Η εταιρεία υπερτριπλασίασε τα κέρδη της.'],
    ['tr', 'The left-hander threw.', 'Sol elli atıcı attı.'],
    ['vi', 'They come from Poland.', 'Họ đến từ Ba Lan.'],
    ['el', 'The shop is on Fifth Avenue.', 'Το κατάστημα είναι στην Πέμπτη Λεωφόρο.'],
    // Days of rise and fall, children by their order, what begins behind a bracket.
    ['zh', 'The index fell for a fourth day.', '指数连四跌。'],
    ['zh-Hant', 'The index ended a four-day slide.', '指數中止連四跌。'],
    ['zh-Hant', 'They won five in a row.', '他們拿下五連勝。'],
    ['zh', 'She was the seventh of nine children.', '她在九个孩子中排行老七。'],
    ['zh-Hant', 'She was the seventh of nine children.', '她在九個孩子中排行老七。'],
    ['zh', 'Profit doubled.', '利润成长一倍。'],
    ['zh-Hant', 'Profit more than doubled.', '獲利成長逾一倍。'],
    ['zh-Hant', 'The yen slipped to 150.2 against the dollar.', '日圓貶至150.2日圓兌1美元。'],
    ['zh', 'The Rosalia 2 left at 10 p.m. on Tuesday.', '“罗莎莉亚号”（Rosalia 2）周二晚间10时离港。'],
    ['zh-Hant', 'The Rosalia 2 left at 10 p.m. on Tuesday.', '「羅莎莉亞號」（Rosalia 2）週二晚間10時離港。'],
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
    ['uk', 'Less than two days later he was back.', 'Не минуло й трьох днів, як він повернувся.', 'value'],
    ['uk', 'He arrived shortly before four in the afternoon.', "Він прибув незадовго до п'ятої дня.", 'value'],
    ['be', 'She worked well into her 80s.', 'Яна працавала і на восьмым дзясятку.', 'value'],
    ['pl', 'The debt could exceed 700 million.', 'Dług nie przekroczy 700 milionów.', 'direction'],
    ['pl', 'In the 1990s the mill closed.', 'W latach osiemdziesiątych fabrykę zamknięto.', 'date'],
    ['cs', 'Twenty-four voted for it.', 'Pro hlasovalo pětadvacet zastupitelů.', 'value'],
    ['cs', 'It was after nine in the evening.', 'Bylo po desáté večer.', 'value'],
    ['bg', 'Less than two days later he was back.', 'Не минаха и три дни и той се върна.', 'value'],
    ['sr', 'He walked half a mile.', 'Прешао је пола километра.', 'unit'],
    ['ru', 'It sank on the night of 3 May.', 'Судно затонуло в ночь на 6 мая.', 'date'],
    ['ru', 'By half past ten the queue was gone.', 'К половине десятого очередь разошлась.', 'value'],
    ['ru', 'They bring in $4 of every $10.', 'Они приносят $3 из каждых $10.', 'extra'],
    ['ru', 'They came at three in the morning.', 'Пришли в четыре ночи.', 'value'],
    ['ru', 'Between 1,000 and 1,500 jobs.', 'От тысячи до двух тысяч рабочих мест.', 'value'],
    ['zh-Hant', 'She was the seventh of nine children.', '她在九個孩子中排行老六。', 'value'],
    ['th', 'It is two and a half times as long.', 'ยาวเป็นสามเท่าครึ่ง', 'value'],
    ['vi', 'It is two and a half times as long.', 'Nó dài gấp ba lần rưỡi.', 'value'],
    ['vi', 'Six months ago we were worried.', 'Hai năm trước chúng tôi lo.', 'value'],
    ['nl', 'They were 12 games under .500.', 'Ze hadden dertien nederlagen meer dan overwinningen.', 'value'],
    ['nb', 'She was the seventh of nine children.', 'Hun var nummer seks av ni barn.', 'value'],
    ['sv', 'She was the seventh of nine children.', 'Hon var nummer sju av åtta syskon.', 'value'],
    ['nb', 'They spent the 3 billion.', 'De brukte de 3 millionene.', 'value'],
    ['th', 'It left at about 10 p.m. on Tuesday.', 'ออกราว 5 ทุ่มวันอังคาร', 'value'],
    ['tr', 'He must report by 1pm.', "Öğlen 2'ye kadar teslim olmalı.", 'value'],
    ['tr', 'It blew shortly after 5.30pm on Sunday.', "Pazar günü 18.30'u biraz geçe esti.", 'value'],
    ['kk', 'The list is five names shorter.', 'Тізім алты адамға кем.', 'value'],
    ['el', 'The firm more than tripled its profit.', 'Η εταιρεία υπερδιπλασίασε τα κέρδη της.', 'value'],
    ['el', 'He was fifth.', 'Ήταν τέταρτος.', 'value'],
    ['zh', 'Profit tripled.', '利润成长一倍。', 'value'],
    ['zh-Hant', 'The Rosalia 2 left at 10 p.m. on Tuesday.', '「羅莎莉亞號」（Rosalia 2）週二晚間11時離港。', 'value'],
  ])('%s: %s ≠ %s', (locale, source, target, slip) => {
    expect(errors(source, target, locale).map((found) => found.split(' ')[0])).toContain(slip);
  });
});
