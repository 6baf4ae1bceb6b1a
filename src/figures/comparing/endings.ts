/** A name without the vowels that it ends with, which its cases and what is made of it change: Canada, Canadian; maj, maja. */
export function withoutEnding(name: string): string {
  return name.replace(/[\p{M}aeiouyаеиоуыьйя]+$/u, '');
}
