/** How wide a text is in halves of an em, about: a Latin or Cyrillic letter is one, an ideograph two. */
export function width(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hangul}\u3000-\u30ff\uff00-\uff60]/gu)?.length ?? 0;
  return [...text].length + wide;
}
