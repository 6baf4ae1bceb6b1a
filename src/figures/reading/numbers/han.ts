import { add, type Exact, exact, ONE, parseExact, scaleBy, ZERO } from '../../value.ts';

/** A Han numeral on its way: digits wait for their 十百千, sections below ten thousand for their 万亿. */
export class HanNumber {
  #total = ZERO;
  #section = ZERO;
  #waiting: Exact | undefined;
  /** Digits in a row: 二〇一九. */
  #run = '';
  #afterPoint: string | undefined;
  #last = 0;
  #spaced = false;
  #begun = false;
  scale = 0;
  readonly #shortens: boolean;

  /** `shortens`: 三万五 is 35,000. */
  constructor(shortens: boolean) {
    this.#shortens = shortens;
  }

  /** The same number so far, to go on otherwise. */
  copy(): HanNumber {
    const copy = new HanNumber(this.#shortens);
    copy.#total = this.#total;
    copy.#section = this.#section;
    copy.#waiting = this.#waiting;
    copy.#run = this.#run;
    copy.#afterPoint = this.#afterPoint;
    copy.#last = this.#last;
    copy.#spaced = this.#spaced;
    copy.#begun = this.#begun;
    copy.scale = this.scale;
    return copy;
  }

  digit(value: number): boolean {
    if (this.#afterPoint !== undefined) {
      this.#afterPoint += value;
      return true;
    }
    // 三百零五: 零 only marks the gap.
    if (value === 0 && this.#begun && this.#run === '') {
      this.#spaced = true;
      return true;
    }
    this.#run += value;
    this.#waiting = exact(BigInt(this.#run));
    this.#begun = true;
    return true;
  }

  digits(value: Exact): boolean {
    if (this.#run || this.#waiting || (this.#begun && this.#last < 1)) return false;
    this.#waiting = value;
    this.#begun = true;
    return true;
  }

  point(): boolean {
    if (this.#afterPoint !== undefined || !this.#begun) return false;
    this.#afterPoint = '';
    return true;
  }

  /** `alone`: the scale says one of it where no digit stands before (百五十 in Japanese). */
  multiply(power: number, alone: boolean): boolean {
    const bare = this.#waiting === undefined;
    this.#fold();
    const waiting = this.#waiting ?? (bare && (power < 4 || !this.#begun) ? ONE : ZERO);
    if (!this.#begun && power >= 2 && !alone) return false;
    this.#waiting = undefined;
    this.#run = '';
    this.#spaced = false;
    this.#begun = true;
    this.#last = power;
    if (power < 4) this.#section = add(this.#section, scaleBy(waiting, power));
    else this.#raise(add(this.#section, waiting), power);
    this.scale = Math.max(this.scale, power);
    return true;
  }

  /** 三千万亿 multiplies what is there; 三亿二千万 adds the next section. */
  #raise(section: Exact, power: number): void {
    this.#section = ZERO;
    const whole = section.n === 0n && this.#total.n > 0n;
    this.#total = whole ? scaleBy(this.#total, power) : add(this.#total, scaleBy(section, power));
  }

  #fold(): void {
    if (this.#afterPoint === undefined) return;
    this.#waiting = add(this.#waiting ?? ZERO, parseExact(`0.${this.#afterPoint || '0'}`));
    this.#waiting = add(this.#waiting, this.#section);
    this.#section = ZERO;
    this.#afterPoint = undefined;
  }

  /** Digits alone: 二〇一九 may be a year. */
  get plain(): string | undefined {
    return this.#run.length === 4 && this.scale === 0 ? this.#run : undefined;
  }

  /** Two digits and no more, which before a tenth of a price are hundredths: 八五折. */
  get pair(): string | undefined {
    return this.scale === 0 && this.#run.length === 2 && this.#afterPoint === undefined ? this.#run : undefined;
  }

  value(): Exact | undefined {
    if (!this.#begun || this.#afterPoint === '') return undefined;
    // 五六个 is "five or six": vague, and no figure; three or more in a row are a number read digit by digit.
    if (this.scale === 0 && this.#run.length === 2 && !this.#run.includes('0')) return undefined;
    this.#fold();
    const short =
      this.#shortens && this.#last > 1 && !this.#spaced && this.#run.length === 1 && this.#waiting !== undefined;
    // 三万五 is 35,000.
    const rest = short && this.#waiting ? this.#colloquial(this.#waiting) : (this.#waiting ?? ZERO);
    return add(this.#total, add(this.#section, rest));
  }

  #colloquial(rest: Exact): Exact {
    return scaleBy(rest, this.#last - 1);
  }
}
