/** What stands behind a number and says what it counts, or that it counts nothing there; forms joined with `|`. */
export interface CountingWords {
  /** What stands behind a number and is nothing that it counts, so that an earlier unit goes on: 45 percent against 38 for … */
  readonly uncounted?: string;
  /** Words for percentage points beside a percentage, and for those of an index or a game elsewhere: dropped seven points to 24 percent. */
  readonly points?: string;
  /** May stand between a number and its noun: 个, 对, 列. A single Han numeral counts only with one of them. */
  readonly classifiers?: string;
  /** Right before a number of years, right behind it or at its end, that it is somebody's age: at the age of, 歳. */
  readonly aging?: string;
  /** Right behind a figure, with a negation in its clause, that it is less: दसवाँ हिस्सा भी … नहीं. */
  readonly evenBehind?: string;
  /** How a whole ends that stands before its part: 94 mağazasının 28'i. */
  readonly wholeEnds?: string;
  /** Behind a number that names a thing and counts none, so that others may say it otherwise: 16進数, 3차원. It weighs little. */
  readonly naming?: string;
  /** The classifiers that may stand before a unit, where not all may: 三十个月. */
  readonly ofUnits?: string;
  /** What `Intl.Segmenter` takes for one word, though behind a number it is a unit and another: 三天|后. */
  readonly parted?: string;
  /** Classifiers that count whatever there is: 30个国家中有400个. */
  readonly countsAnything?: string;
  /** What stands behind two signs of which each is a tenth part: 六四分成. */
  readonly splits?: string;
  /** Nouns by which a number counts things, and is no measure. */
  readonly things?: ThingWords;
}

/** By what a noun behind a number shows that things are counted: two separate occasions, five people. */
export interface ThingWords {
  /** How such a noun ends, and those that have no ending. */
  readonly plural?: string;
  /** How words end that are none, though they have that ending: gross, various. */
  readonly singular?: string;
  /** Nouns that others may say as a span of time or a measure: three nights, two laps. */
  readonly untold?: string;
  /** Numbers of times in one word: twice. */
  readonly occasions?: string;
  /** Counters by what they count: `{ people: '人|名' }`. */
  readonly counters?: Readonly<Record<string, string>>;
}
