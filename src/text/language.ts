import { remembered } from './remembered.ts';

/** What a language calls itself, as it stands at the head of a line: English, 中文, Русский. */
export const nameOf = remembered((locale) => {
  const name = new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale;
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(locale) + rest.join('');
});
