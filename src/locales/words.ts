import type { Bound } from '../model.ts';
import type { CountingWords } from './counting.ts';

/**
 * Written forms joined with `|`, in lower case unless the case matters (see `cased`). A form that ends in `*` stands
 * for itself with any ending of up to seven letters: `километр*`.
 */
export type List = string;
/** Meaning → its forms: `{ '9': 'bn' }`. The first table that knows a form decides. */
export type Forms = Readonly<Record<string, List>>;

/**
 * The words of a language that make figures, where CLDR is silent or says too little.
 * Whatever is left out is simply not read in that language.
 */
export interface FigureWords extends CountingWords {
  /** Words that add up (0–900) beyond CLDR's: `{ '2': 'двое|двоих' }`. */
  readonly numbers?: Forms;
  /** Of those, what counts only as a word of its own before a counter: 삼 년, 육 개월, but not 삼성, 구 대표. */
  readonly apart?: List;
  /** Power of ten → words that multiply: `{ '9': 'bn' }`. */
  readonly scales?: Forms;
  /** Scale words that say one of it when no number stands before: тысяча, but not тысячи. */
  readonly solo?: List;
  /** Forms of scales, percent and currencies that a number may follow, which is about that much then: тысяч пять, процентов семьдесят. */
  readonly inverts?: List;
  /** Forms of scales and groups that no article or bound makes one of: i milioni, under thousands of tons. */
  readonly plurals?: List;
  /** "a million", "half a million". */
  readonly articles?: List;
  /** Articles that say no one, and may stand before both ends of a range: entre los cinco y los diez. */
  readonly endArticles?: List;
  /** Between number words: "one hundred and five". */
  readonly and?: List;
  /** Between the two last of a list, beside the word that `Intl` has: व, এবং. */
  readonly conjunctions?: List;
  /** The decimal sign as a word: "two point five", 点. */
  readonly point?: List;
  /** Fixed amounts that a scale or unit may follow: `{ '1/2': 'half', '3/2': 'полтора' }`. */
  readonly amounts?: Forms;
  /** "and a half" after a number: `{ '1/2': 'с половиной' }`. */
  readonly plus?: Forms;
  /** Denominators, counted: `{ '3': 'third|thirds' }`. */
  readonly fractions?: Forms;
  /** Between denominator and numerator where the denominator leads: 分之. */
  readonly fractionBetween?: List;
  /** "one in five". */
  readonly outOf?: List;
  /** What must follow "a third" for it to be a fraction: "of". */
  readonly of?: List;
  /** What else may follow "a third" for it to be a part and no ordinal: "higher". */
  readonly comparing?: List;
  /** What may stand before it then: "by a third". */
  readonly by?: List;
  /** Before a number, that what follows is counted, where it could be a part: the past three quarters. */
  readonly counting?: List;
  /** Counted groups: `{ '12': 'dozen' }`. */
  readonly groups?: Forms;
  readonly ordinals?: Forms;
  /** 第. */
  readonly ordinalBefore?: List;
  /** Glued to digits or after a number: th, -й, 周年. */
  readonly ordinalAfter?: List;
  /** Words before digits whose full stop makes an ordinal, whatever follows: im 3. Quartal. Empty: only small letters may follow. */
  readonly ordinalPoint?: List;
  /** ISO 4217 code → names and symbols. */
  readonly currencies?: Forms;
  /** Names of currencies that stand before the number, besides signs and codes: 人民币. */
  readonly currencyBefore?: List;
  /** Names of currencies that mean something else behind a small number: 50,000 won, but "the 3 won". */
  readonly largeOnly?: List;
  /** Names of currencies that count things before a noun: 五块, but 五块金牌. */
  readonly currencyAlone?: List;
  /** Hundredths of a currency: `{ USD: 'cents' }`. */
  readonly subunits?: Forms;
  /** Names of the hundredth behind a tenth, which count something else elsewhere: 六元五角二分. */
  readonly subunitRest?: List;
  /** CLDR unit id → names; `id*factor` multiplies: `{ 'kilometer*1/2': '华里' }`. */
  readonly units?: Forms;
  /** CLDR unit id → what stands before a number of degrees and says which: 华氏104度, 화씨 영하 22도. */
  readonly degreesBefore?: Forms;
  /** Where no article says one: names of units that do so behind a bound (больше тонны) or before a smaller unit (год и два месяца). */
  readonly lone?: List;
  /** Endings of what may describe a unit behind its number (пять долгих часов), or make it another one: of countries, squares. */
  readonly modifiers?: List;
  readonly foreign?: List;
  /** Words that make a rate of the unit behind them: per, 每; and whole ones, by unit: `{ day: '日均' }`. */
  readonly per?: List;
  readonly rates?: Forms;
  /** Of their names, those that count only right behind digits: 2in, 5C. */
  readonly glued?: List;
  /** Forms from CLDR or other tables that this language does not use in that sense. */
  readonly not?: List;
  readonly percent?: List;
  /** 百分之. */
  readonly percentBefore?: List;
  /** Between a scale and its unit: milliards de dollars. */
  readonly partitive?: List;
  readonly permille?: List;
  readonly percentagePoints?: List;
  readonly basisPoints?: List;
  /** Tenths said as a share: 成. */
  readonly tenths?: List;
  readonly boundBefore?: Readonly<Partial<Record<Bound, List>>>;
  /** Bounds that with a duration may also say how long something took: over three years. */
  readonly during?: List;
  /** Before a duration, that something went on for so long, so that a bound before it is another's: ha superato per undici giorni i 36 gradi. */
  readonly lasting?: List;
  /** Bounds behind a number that add to a sum of money where a noun follows: £18,400 plus interest. */
  readonly adding?: List;
  /** Bounds that with a temperature may also say at how many degrees something was done: under 20 °C. */
  readonly conditions?: List;
  /** Before a number, its reach, which another language may say as a bound or not: within six feet. */
  readonly withinBefore?: List;
  /** … or behind it: 18个月内. */
  readonly withinAfter?: List;
  /** Bounds that may say below what something is: under two presidents, under four feet of water. */
  readonly placing?: List;
  /** Bounds that say how far something goes, which another language may say as a bound or not: spread over 1,200 hectares. */
  readonly spanning?: List;
  /** Bounds that behind a word of rise or fall say what it came to, and bound nothing: вырос до 5 млн. */
  readonly level?: List;
  /** Those words of `about` that lie below: nearly, почти, 近. They agree with "under" and never with "over". */
  readonly nearly?: List;
  /** Those words of `over` that add little to a number, and may be left out: a good. */
  readonly amply?: List;
  readonly boundAfter?: Readonly<Partial<Record<Bound, List>>>;
  /** Bounds that others may leave out, or say in numbers: twenty-odd. */
  readonly vague?: List;
  /** Between a number and its scale or unit: 多, 余. */
  readonly boundInside?: Readonly<Partial<Record<Bound, List>>>;
  /** Bounds only behind an ending of `fromAfter`: az 30-dan artıq, but yarısı artıq is "half already". */
  readonly boundNeeds?: List;
  /** Bounds that behind a share without an ending say by how much something is above or below: yüzde 27 üzerinde. */
  readonly byHow?: List;
  /** Words that open a range: from, between, с. */
  readonly from?: List;
  /** Those of `from` that open a range and never a change: between, 介于. */
  readonly rangeOnly?: List;
  /** Words between its ends: to, 至, по. */
  readonly to?: List;
  /** Words that are between its ends only when one of `from` opened it: between 5 and 7, с 5 до 7. */
  readonly fromTo?: List;
  /** Between two numbers of which either may be right, beside the word that `Intl` has: two or three. */
  readonly or?: List;
  readonly minus?: List;
  /** A minus behind its number: درجات تحت الصفر. */
  readonly minusAfter?: List;
  /** Behind a number of strokes, how many they are less or more than par: 13 under, two-over 74. */
  readonly par?: List;
  /** What may stand behind that, where a noun would make a bound of it: two under for the day. */
  readonly parBehind?: List;
  /** Before a numeral that ends its clause or phrase, that so many are at the top: 跻身前十. */
  readonly ranked?: List;
  /** Those of the bounds behind a number that may stand behind a comma, and outdo "as much as": "…, or more", ，甚至更多. */
  readonly afterthoughts?: List;
  /** Words of rise and fall that stand before or after a change. */
  readonly up?: List;
  readonly down?: List;
  /** Words that say a rise or a fall only right behind their figure, since elsewhere they bound or compare: 45,000 more. */
  readonly moreBehind?: List;
  readonly lessBehind?: List;
  /** … and only right before it: 低3.4点, mais 8 %. */
  readonly moreBefore?: List;
  readonly lessBefore?: List;
  /** Beside a figure, that something is more or less than it, which others say as a bound or not at all: 3보다 크면, ít hơn 3. */
  readonly moreThan?: List;
  readonly lessThan?: List;
  /** The verb of a clause may stand behind its figures, far off: "… um 3 % gegenüber dem Vorjahr gesunken". */
  readonly verbLast?: boolean;
  /** What the verb at the end of a clause holds where it is negated: sürme|yecek, бол|мады; 都没 behind 连. They do as `negations` do. */
  readonly negating?: List;
  /** Words of negation: before "more than" they make it "at most", however many words stand between. */
  readonly negations?: List;
  /** Behind a duration that is a point of time: four years ago. */
  readonly ago?: List;
  /** Bounds that compare with another time where "ago" follows, and bound no duration then: higher than four years ago. */
  readonly comparatives?: List;
  /** Markers of a multiple after the number: times, 倍, раз. */
  readonly times?: List;
  /** Word that makes `times` a multiple and not a count: в … раз. */
  readonly timesNeeds?: List;
  /** As many as the figure before: five plants in as many years. */
  readonly again?: List;
  /** A multiple behind a word of rise counts what is added: 增长两倍, three times as much as before. */
  readonly timesAdd?: boolean;
  /** … but not where one of these stands between: 增至原来的三倍, up to three times as much. */
  readonly timesWhole?: List;
  /** Before the number of a multiple: פי 3. */
  readonly timesBefore?: List;
  /** Multiples that are one word: `{ '2': 'doubled|twofold' }`; with `+` where it says more than that: υπερδιπλασιάστηκε. */
  readonly multiples?: Forms;
  /** Those of them that say a rise by themselves: tripled, but not threefold. */
  readonly rising?: List;
  /** Durations and other quantities that say their number: `{ 'day*2': 'يومين' }`. */
  readonly counted?: Forms;
  /** After a year's digits: 年, год. Years stand bare where this is absent or `bareYears` is set. */
  readonly yearAfter?: List;
  readonly bareYears?: boolean;
  /** Years may be said in two halves, and days behind their month in words: nineteen eighty-four, March first. */
  readonly pairedYears?: boolean;
  readonly monthAfter?: List;
  readonly dayAfter?: List;
  /** Words that lead a year, month or day in digits: năm 2022, tháng 1, ngày 25; سنة. */
  readonly yearBefore?: List;
  readonly monthBefore?: List;
  readonly dayBefore?: List;
  /** The parts of a date carry words of their own behind them too: 2022 оны 1 сарын 25. */
  readonly ledDates?: boolean;
  /** Years that the calendar in use is ahead of the common era, from 2400 on: 543 in Thai. */
  readonly yearShift?: number;
  /** The tag of the same language in another script, whose words count too where they have letters of their own: zh-Hant. */
  readonly also?: string;
  /** After digits or a word of tens: 1990s, 90年代, 1990-е годы. */
  readonly decadeAfter?: List;
  readonly decadeBefore?: List;
  /** Decades in one word: `{ '80': 'eighties' }`. */
  readonly decades?: Forms;
  /** Before a bare number that is an age: aged 94; or one that is bounded: children under 12. */
  readonly agesBefore?: List;
  readonly agesBounded?: List;
  /** Before a decade that is an age: in her 30s. */
  readonly ageLead?: List;
  /** Verbs of a rise that take in the money right behind them: raised £2m for the hospital. */
  readonly collecting?: List;
  /** Behind a word of rise or fall, that it went beyond what follows: slid past 160, which others may say as a bound. */
  readonly crossing?: List;
  /** Right before a figure, that it is the least, which others may say as a bound: «от 18 лет», ab 18 Jahren. */
  readonly starting?: List;
  /** Verbs of an age or number that is complete beside its figure, and less where they are negated: not yet turned 18. */
  readonly attaining?: List;
  /** Verbs of what goes beyond the figure right behind, which others may say as a bound: passed 100. */
  readonly passing?: List;
  /** Before a scale alone, that it is one of it: the next hundred years. */
  readonly scaleLead?: List;
  /** Verbs of what falls short of the figure right behind: missed the 62 cents expected. */
  readonly fallsShort?: List;
  /** The same, where the number is an age that ends its clause: ей за сорок. */
  readonly agedBeyond?: List;
  /** … that it is nearly that: ей под сорок. */
  readonly agedNear?: List;
  /** Beside minutes of a match, that they are of its second half and may be 45 more to others: aos 43 minutos do segundo tempo. */
  readonly secondHalf?: List;
  /** … that they are counted from its end: the third minute of stoppage time is the 93rd. */
  readonly stoppage?: List;
  /** … that so many of them are left: seven minutes from time is the 83rd, 残り7分. */
  readonly matchLeft?: List;
  /** Behind an ordinal, the year of a life that is under way, so that the age is one less: на 92-м году жизни. */
  readonly lifeYear?: List;
  /** Behind the ordinal of a month, that it is under way, so that one less may be over: на пятом месяце беременности. */
  readonly pregnancy?: List;
  /** Behind an ordinal, the ten years of a life that are under way: на девятом десятке, in one's eighties. */
  readonly lifeDecade?: List;
  /** Right before a figure, with a negation in its clause, that it is less: не прошло и двух дней. */
  readonly notEven?: List;
  /** Right before a part, that all the rest is meant: all but a fifth. */
  readonly allBut?: List;
  /** The sign right behind a part that says that it is a little more, or less: 三分之一强, 四分之一弱. */
  readonly partsBeyond?: string;
  readonly partsShort?: string;
  /** Between what modifies a noun and the noun behind it, so that a bound before both may be that of the noun: 不到2023年峰值的一半. */
  readonly genitive?: string;
  /** Behind tenths of a price that are to be paid, where others say what is taken off: 八折. */
  readonly discount?: List;
  /** An article that names what is known, so that a bound before it compares and bounds nothing: below the 980 million expected. */
  readonly definite?: List;
  /** Behind a figure, what others are held against, so that a bound before it compares: 高于2.5%的预期. */
  readonly standards?: List;
  /** Verbs that take what may be a bound elsewhere, at the end of a clause or right before it: wird über 46 Schiffe verfügen. */
  readonly governing?: List;
  readonly centuryAfter?: List;
  /** siglo XXI, thế kỷ 21. */
  readonly centuryBefore?: List;
  /** Before a year or century, or behind it, that it lies before the common era: 公元前, BC. */
  readonly ancientBefore?: List;
  readonly ancientAfter?: List;
  readonly quarter?: List;
  /** quý 3, triwulan III. */
  readonly quarterBefore?: List;
  /** Before a time with a full stop or comma between hours and minutes: kl. 14.30, pukul 14.30. */
  readonly timeLead?: List;
  /** Others that do so only before such a sign, as they lead durations too: преди 2,30 ч. */
  readonly dottedLead?: List;
  /** Words of change that take no object, before a part that is an ordinal elsewhere: rose a fifth, down a third. */
  readonly moving?: List;
  /** Names of the time of a place, behind four digits of a time: 0900 local time. */
  readonly zone?: List;
  /** Those words and others that lead times and nothing else: klockan, klo. */
  readonly clockLead?: List;
  /** Hours are said as ordinals: o ósmej. */
  readonly ordinalHours?: boolean;
  /** … only behind a word of `timeLead`: po deváté večer, but druhý večer. */
  readonly hoursLed?: boolean;
  /** Endings that say how far something reaches at most: 60 foizgacha, 40 minədək. */
  readonly upTo?: List;
  /** Endings that end a number, beside those that say from where, where to or when: отуздагы эки аял. */
  readonly closing?: List;
  /** The half of the day stands before its hour, and behind a number counts: gece üçte, but üç gece. */
  readonly halvesLead?: boolean;
  /** Endings that say when, behind an hour: sabah dört buçukta, 15.00'te. */
  readonly hourEndings?: List;
  /** `{ '1': '上半年' }`; quarters that go by their months with their names: `{ Q1: 'tammi–maaliskuu*' }`. */
  readonly halfYears?: Forms;
  /** Between day, month and year: "8th of March", "8 de marzo". */
  readonly dateJoin?: List;
  /** Between two days of one month, besides commas: 20日と21日. */
  readonly dayJoin?: List;
  /** Before a month that stands alone: in, early. Without one a bare month's name is not read. */
  readonly monthLead?: List;
  /** … but where a month's name is hardly ever anything else: Αύγουστο. */
  readonly bareMonths?: boolean;
  readonly months?: Forms;
  /** Adjectives of months, which say one where a year follows what they describe: мартовский пик 2023 года. */
  readonly monthAdjectives?: Forms;
  /** Before a month that somebody's name is, too: support for May. */
  readonly nameLead?: List;
  /** What a row of a table is called that adds up the others: `total|all`. */
  readonly totals?: List;
  /** Between a whole and a part of it, counted alike: "of which", 其中. */
  readonly parts?: List;
  /** Between a value and the earlier one that it is held against: "down from", против. */
  readonly against?: List;
  /** Between a part and its whole: "of the", "out of", 中的. */
  readonly partOf?: List;
  /** Endings and particles right behind the first and the second of "from … to …": 에서 … 으로, -dan … -a. */
  readonly fromAfter?: List;
  readonly toAfter?: List;
  /** Endings of a number, or of what it counts, before a bound that then says by how much: бес адамға кем. */
  readonly byAfter?: List;
  /** What modifies a noun stands before it, so that two figures of a clause may change their order: zh, ja, ko, hi, tr. */
  readonly reorders?: boolean;
  /** What is counted, by the English word: compared by five letters or two Han characters; whole, it tells leanings too. */
  readonly nouns?: Forms;
  /** Prepositions, by what they say: one that has moved along with its figure tells which it is. `{ in: 'в|на' }` */
  readonly prepositions?: Forms;
  /** Words that part what they join, as a comma does: and, while. */
  readonly parting?: List;
  /** Between the two sides of what is measured, which have one unit: 24 by 18 inches. */
  readonly across?: List;
  /** Before something that belongs to what was said, counted alike or not: including. */
  readonly including?: List;
  /** Between the two sides of a vote, or behind the second: by 231 votes to 176, 63 голосами против 36. */
  readonly versus?: List;
  /** Ordinals stand behind what they count: الدقيقة التاسعة. */
  readonly ordinalsFollow?: true;
  /** Scores may stand with the points of the other side first, as their digits run against the text: 4:6 for 6–4. */
  readonly scoresTurn?: true;
  /** Between the two sides of a score or ratio, where nothing parts words: 三比一. */
  readonly ratio?: string;
  /** Right behind a number, that both sides of a score have so many: 2平. */
  readonly even?: string;
  /** Between the runs of an innings and the wickets that they cost, in either order: 312 for 6. */
  readonly innings?: List;
  /** Words of who lost, or of odds, beside a score that may then be said the other way round: a 2-0 defeat, 1赔500. */
  readonly losing?: List;
  /** Right before a score, that a goal made it, of which the one side or the other is named first: to make it 2-1. */
  readonly making?: List;
  /** Right before a figure, or behind it, that it is no more: just two hits, 두 개만. */
  readonly only?: List;
  readonly onlyBehind?: List;
  /** What is left of a whole: "the rest", остальные. */
  readonly rest?: List;
  /** Dates that go by a name: `{ '--09-11': '9/11' }`, `{ C20: 'nel Novecento' }`; with `?` where others may say only the name. */
  readonly days?: Forms;
  /** Fiscal year marks: FY. */
  readonly fiscal?: List;
  readonly hourAfter?: List;
  readonly minuteAfter?: List;
  /**
   * Minutes that a word before the hour adds or takes: `{ '30': 'half past', '-30': 'половина' }`; with `!` what follows is
   * an hour whatever stands behind it, with `?` only before the half of the day, with `.` at the clause's end: at ten to six.
   */
  readonly clock?: Forms;
  /** Behind an ordinal, the hour that is running: в третьем часу is behind two; minutes of it then lead (десять минут третьего). */
  readonly hourRunning?: List;
  /** Before an ordinal that ends its clause, that it is an hour that runs: в начале восьмого, soon after seven. */
  readonly hourPart?: List;
  /** Between the two days of a night: в ночь с 8 на 9 ноября. */
  readonly nightTo?: List;
  /** Before the day that a night goes on to: в ночь на 4 мая, the night of 3 May to others. */
  readonly eve?: List;
  /** Names of units that are those of others too: キロ, of kilograms and kilometres; senttiä; تن, of tonnes and persons. */
  readonly kilo?: List;
  /** Before a span of years and months that could be a date: 懲役6年6月. */
  readonly spanLead?: List;
  /** … or behind it: 8年6月の刑. */
  readonly spanBehind?: List;
  /** Behind a comparative, by how much: больше на 11 % is no bound. */
  readonly difference?: List;
  /** Hours without a number: `{ '13:00': 'час дня' }`; `?`: or only the part of the day; `~`: its half may follow (полшестого). */
  readonly hours?: Forms;
  /** Hours added: `{ '0': 'a.m.', '12': 'p.m.' }`; 18 for a night that goes on behind midnight (রাত ২টা is 02:00). */
  readonly dayHalves?: Forms;
  /** Of words that mean something else too, those that are so behind words of `clock` alone: `{ '12': 'дня' }`. */
  readonly clockHalves?: Forms;
  /** Words after which digits are a name: Table 3, version 2.0. */
  readonly labels?: List;
  /** Words before the number of a part or name that other languages may count: Article 50, Phase III. It weighs little. */
  readonly numbered?: List;
  /** May stand between a bound and its number: "at least a", «более чем на». */
  readonly fillers?: List;
  /** Bounds that stand before the verb or preposition of their number: 至少有. */
  readonly reaching?: List;
  /** Before a number, so that the word of the hour behind it says "when": 为 0 时. */
  readonly equals?: List;
  /** Phrases with number words that are no figures; `!` and letters: not when one of these follows. */
  readonly skip?: List;
  /** Ends and middles of a time, which no number right before them counts: 1,3 miljardiin vuoden loppuun mennessä. */
  readonly edges?: List;
  /** Value → phrases of small weight; `7=4` where the same is said by another value too: best of seven. */
  readonly soft?: Forms;
  /** Words of numbers that are everyday words too: alone they weigh little (da: tyve, "thieves"). */
  readonly homographs?: List;
  /** Homographs that are verbs elsewhere, and what no verb stands behind: in sei province. */
  readonly verbs?: List;
  readonly verbless?: List;
  /** Forms that count only with this very case: May, M. */
  readonly cased?: List;
  /** Forms that within a sentence count only in small letters: Δευτέρα is Monday, Ba Lan is Poland. */
  readonly lowerCase?: List;
  /** First parts of fused compounds: `{ '2': 'двух' }` in двухнедельный. */
  readonly combining?: Forms;
  /** Second parts, as stems; meaning `unit:year`, `scale:3`, `currency:USD`, `subunit:USD`, `percent`, `times`, `ordinal`, or `naming`. */
  readonly stems?: Forms;
  /** Particles glued before any word or number, with or without a hyphen: و, ב, ke-. */
  readonly proclitics?: List;
  /** Endings glued behind any known word or behind digits (with ’ or -) that change nothing: 2022'de, 10-ға. */
  readonly endings?: List;
  /** Right before a number of people who are counted with the one that others name alone: 父子三人, "he and his two sons". */
  readonly kin?: List;
  /** What counts people behind them. */
  readonly kinCounted?: List;
  /** What may be glued behind a number or what it counts, where words hold their particles and numbers begin words: 명이, 개씩. */
  readonly particles?: List;
  /** A smaller part of a number may stand behind its scale and an "and": ۲ هزار و ۵۰۰, مليون و250 ألفا. */
  readonly joinsRest?: boolean;
  /** A last digit without its own scale counts for the next lower one: 三万五 is 35,000. */
  readonly shortens?: boolean;
  /** Decimal signs in use beside CLDR's; one that also groups is decimal unless three digits follow. */
  readonly alsoDecimal?: string;
  /** Grouping signs in use beside CLDR's; a space stands for every kind of it. */
  readonly alsoGroup?: string;
  /** Prefixes that may be glued to digits by a hyphen without making a name: mid-2022. */
  readonly prefixes?: List;
}
