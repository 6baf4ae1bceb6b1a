/** Value → all its written forms, kept in order of value and then of first sight. */
export class Forms {
  readonly #forms = new Map<string, Set<string>>();

  add(key: string | number, form: string): void {
    const text = form
      .replace(/\u00ad/g, '')
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

  /** Is the form known under a smaller number? */
  hasBelow(key: number, form: string): boolean {
    return [...this.#forms].some(([other, forms]) => Number(other) < key && forms.has(form));
  }

  /** `{ "1": "one|a", … }`. */
  table(): Record<string, string> {
    return Object.fromEntries([...this.#forms].map(([key, forms]) => [key, [...forms].join('|')]));
  }
}
