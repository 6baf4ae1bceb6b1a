/** How wide a text is in halves of an em, about: a Latin or Cyrillic letter is one, an ideograph two. */
export function width(text: string): number {
  if (!HIGH.test(text)) return text.length;
  const pairs = text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
  const wide = text.match(/[\p{Script=Han}\p{Script=Hangul}\u3000-\u30ff\uff00-\uff60]/gu)?.length ?? 0;
  return text.length - pairs + wide;
}

/** Below these are no ideographs, and no halves of pairs. */
const HIGH = /[\u1100-\uffff]/;
