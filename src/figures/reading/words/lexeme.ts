import type { Bound } from '../../../model.ts';
import type { Exact } from '../../value.ts';

/** What a word or sign can mean. One form may play several roles; its neighbours decide. */
export interface Lexeme extends Settled {
  number?: number;
  /** A number only as a word of its own before what counts. */
  apart?: true;
  scale?: number;
  solo?: true;
  /** No article or bound makes one of it: i milioni. */
  plural?: true;
  article?: true;
  /** Before an end of a range: entre los cinco y los diez. */
  endArticle?: true;
  and?: true;
  point?: true;
  amount?: Exact;
  plus?: Exact;
  fraction?: number;
  fractionBetween?: true;
  outOf?: true;
  of?: true;
  group?: number;
  /** Before a number, that what follows is counted: the past three quarters. */
  counting?: true;
  /** "And" between the two last of a list. */
  conjunction?: true;
  comparing?: true;
  by?: true;
  ordinal?: Exact;
  ordinalBefore?: true;
  ordinalAfter?: true;
  currency?: string;
  subunit?: string;
  /** The hundredth behind a tenth: 五角二分. */
  subunitRest?: true;
  unit?: string;
  /** A unit that may say one of it. */
  lone?: true;
  factor?: Exact;
  /** Before a number, of which degrees it is: 华氏104度. */
  degrees?: string;
  /** What a rate is per (日均), or a word that makes one of the unit behind it: per, 每. */
  rate?: string;
  per?: true;
  share?: 'percent' | 'permille' | 'tenths' | 'points' | 'basis';
  percentBefore?: true;
  partitive?: true;
  before?: Bound;
  after?: Bound;
  inside?: Bound;
  /** A bound only behind an ending of `fromAfter`. */
  boundNeeds?: true;
  /** No bound behind a share without an ending: yüzde 27 üzerinde. */
  byHow?: true;
  during?: true;
  /** Behind a sum of money and before a noun, no bound: plus interest. */
  adding?: true;
  /** A bound that with a temperature may say at how many degrees. */
  condition?: true;
  /** The reach of a number, which may be said as a bound or not: within 6 feet, 18个月内. */
  within?: 'before' | 'behind';
  /** A bound that may say below what something lies: under four feet of water. */
  placing?: true;
  /** A bound that may say how far something goes: spread over. */
  spanning?: true;
  /** A bound that behind a word of rise or fall says what it came to: вырос до 5 млн. */
  level?: true;
  /** As many as the figure before: five plants in as many years. */
  again?: true;
  /** Between a word of rise or fall and what it went beyond: past. */
  crossing?: true;
  starting?: true;
  attaining?: true;
  scaleLead?: true;
  passing?: true;
  lasting?: true;
  fallsShort?: true;
  agedBeyond?: true;
  agedNear?: true;
  nearly?: true;
  amply?: true;
  from?: true;
  /** Opens a range and never a change: between. */
  rangeOnly?: true;
  to?: true;
  fromTo?: true;
  /** Between two numbers of which either may be right: two or three. */
  or?: true;
  minus?: true;
  direction?: 'up' | 'down';
  /** A direction only right behind its figure: 45,000 more. */
  change?: 'up' | 'down';
  /** … or right before it: 低3.4点. */
  changeBefore?: 'up' | 'down';
  /** Beside a figure, that something is more or less than it, which bounds it or compares with it: 3보다 크면. */
  than?: Bound;
  /** Turns a bound of its clause: not … more than. */
  negation?: true;
  /** Makes a duration before it a point of time: four years ago. */
  ago?: true;
  /** A bound that compares with another time, where a date or "ago" follows: higher than. */
  comparative?: true;
  times?: true;
  timesNeeds?: true;
  timesBefore?: true;
  minusAfter?: true;
  /** Behind a number of strokes, that they are less or more than par. */
  par?: true;
  /** Before a number that ends its clause, that so many are at the top: 前十. */
  ranked?: true;
  /** A bound behind a comma: …, or more. */
  afterthought?: true;
  multiple?: Exact;
  /** A multiple that says a rise. */
  rising?: true;
  /** Unit and count in one word, `day*2`: يومين. */
  counted?: string;
  month?: number;
  yearAfter?: true;
  monthAfter?: true;
  dayAfter?: true;
  /** 80 for "eighties". */
  decade?: number;
  decadeAfter?: true;
  centuryAfter?: true;
  /** Before or behind a year or century, that it lies before the common era. */
  ancientBefore?: true;
  ancientAfter?: true;
  quarter?: true;
  halfYear?: string;
  yearBefore?: true;
  monthBefore?: true;
  dayBefore?: true;
  decadeBefore?: true;
  centuryBefore?: true;
  quarterBefore?: true;
  timeLead?: true;
  dottedLead?: true;
  /** … which leads nothing else: klockan. */
  clockLead?: true;
  /** Right before a part, that something changed by it: rose a fifth. */
  moving?: true;
  /** A time zone, behind four digits of a time. */
  zone?: true;
  /** Day of the calendar with a name in digits: --09-11. */
  day?: string;
  /** A day that other languages may say by its name alone. */
  byName?: true;
  /** A currency only where no noun follows: 块. */
  currencyAlone?: true;
  /** A currency only behind a scale or thousands: won. */
  largeOnly?: true;
  /** A unit only right behind digits: 2in, 5C. */
  glued?: true;
  dateJoin?: true;
  monthLead?: true;
  fiscal?: true;
  /** The year before the first of this era. */
  era?: number;
  hourAfter?: true;
  minuteAfter?: true;
  dayHalf?: number;
  /** The month that an adjective says: мартовский. */
  monthOf?: number;
  /** … but only behind words of the clock: в половине четвёртого дня. */
  clockDay?: number;
  /** A time in one phrase: час дня. */
  hour?: string;
  /** … that the half of the day may follow: halvsjutiden på kvällen. */
  hourOpen?: true;
  /** Minutes added to the hour that follows: half past. */
  clock?: number;
  clockOnly?: true;
  clockHalf?: true;
  /** … only where nothing that is counted may follow the hour: at ten to six. */
  clockEnds?: true;
  hourRunning?: true;
  hourPart?: true;
  spanLead?: true;
  nightTo?: true;
  eve?: true;
  difference?: true;
  /** A name of kilograms and of kilometres: キロ. */
  kilo?: true;
  /** What the word of a unit adds to its number: 分半钟. */
  unitPlus?: Exact;
  classifier?: true;
  label?: true;
  numbered?: true;
  /** A number that is an everyday word too: tyve, "thieves". */
  homograph?: true;
  /** … and that word is a verb: sei, "you are". */
  verb?: true;
  /** Behind a number, that it names its thing and counts none: 16進数, 3차원. */
  naming?: true;
  /** A classifier that may stand before a unit: 三十个月, but 60份米. */
  ofUnits?: true;
  ageLead?: true;
  /** Before a bare number that is an age: aged. */
  agesBefore?: true;
  /** … or before one that is bounded: children under 12. */
  agesBounded?: true;
  lifeYear?: true;
  pregnancy?: true;
  secondHalf?: true;
  stoppage?: true;
  /** A bound that may be left out: twenty-odd. */
  vague?: true;
  lifeDecade?: true;
  /** Right before a figure, with a negation in its clause, that it is less. */
  notEven?: true;
  /** The same, right behind it. */
  evenBehind?: true;
  /** Before a part, that the rest is meant: all but a fifth. */
  allBut?: true;
  /** Behind tenths, that they are to be paid. */
  discount?: true;
  inverts?: true;
  definite?: true;
  filler?: true;
  /** How many unknown characters may stand between it and its number. */
  reach?: number;
  /** A currency that may stand before its number. */
  leads?: true;
  skip?: string;
  /** … behind a number too: vuoden loppuun. */
  edge?: true;
  soft?: Exact;
  /** Another value that it may say: best of seven, of which four are to be won. */
  also?: string;
  cased?: true;
  /** A verb of rise that takes in the money right behind it: raised £2m. */
  collecting?: true;
  /** A currency that is written with small letters too: Rs, but RM. */
  mixed?: true;
  lowerCase?: true;
  /** The short name of a month, which is a month beside digits: 12 Nov, but Jan Smuts. */
  brief?: true;
  /** Counts only in capitals: ALL is a currency, all is not. */
  capitals?: true;
  prefix?: true;
}

/** What the roles of a word come to: settled once for a lexeme, since every token is asked for it. See `steady`. */
export interface Settled {
  /** How it begins a figure: by itself, with what stands right behind it, with a month behind it, or where it is a dash. */
  begins?: 'itself' | 'what follows' | 'a month' | 'a dash';
  /** Does what stands beside it decide whether it means what it says? */
  depends?: true;
  /** May a date begin with it? */
  dates?: true;
  /** May it lead a number: see `Head`? */
  heads?: true;
  /** May it make a date of the digits before it? */
  dating?: true;
  /** May it make a time of the digits before it, or of those behind it? */
  timing?: true;
}

export type Role = Exclude<keyof Lexeme, keyof Settled>;

/** Units of time: what is measured in them is a duration. */
export const DURATIONS: ReadonlySet<string> = new Set([
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
  'millisecond',
]);
