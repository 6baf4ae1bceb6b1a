/** A short name for a text: FNV-1a (Fowler, Noll and Vo 1991) in 32 bits, on UTF-16 units, in base 36. */
export function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(36);
}
