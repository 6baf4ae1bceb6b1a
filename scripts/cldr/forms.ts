/** Value → all its written forms, kept in order of value and then of first sight. */
export class Forms {
  readonly #forms = new Map<string, Set<string>>();

  add(key: string | number, form: string): void {
    const text = form
      .replace(/[\u00ad\u200b\u200e\u200f]/g, '')
      .replace(/[\u00a0\u202f]/g, ' ')
      .trim();
    if (!text || text.includes('|')) return;
    const forms = this.#forms.get(String(key)) ?? new Set();
    forms.add(text);
    this.#forms.set(String(key), forms);
  }

  has(form: string): boolean {
    return [...this.#forms.values()].some((forms) => forms.has(form));
  }

  /** The forms of one value. */
  of(key: number): ReadonlySet<string> {
    return this.#forms.get(String(key)) ?? new Set();
  }

  /** Does the word end in a form of a smaller number, as zehntausend and 십만 do? */
  endsBelow(key: number, word: string): boolean {
    return [...this.#forms.keys()].some((other) => Number(other) < key && this.endsWith(Number(other), word));
  }

  /** Does the word end in a form of this number? */
  endsWith(key: number, word: string): boolean {
    return [...this.of(key)].some((form) => word === form || (!form.includes(' ') && word.endsWith(form)));
  }

  /** `{ "1": "one|a", … }`. */
  table(): Record<string, string> {
    return Object.fromEntries([...this.#forms].map(([key, forms]) => [key, [...forms].join('|')]));
  }
}
