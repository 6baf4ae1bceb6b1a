import type { Language } from './language.ts';

export const en: Language = {
  tag: 'en',
  fonts: { text: ['@expo-google-fonts/noto-serif'], heads: ['@expo-google-fonts/noto-sans'] },
  typography: {
    spaces: [
      // A number with its scale or unit; a day with its month. The Chicago Manual of Style, 18th ed., 9.16 and 10.
      [
        /(?<=\p{N})[ \n](?=(?:thousand|million|billion|trillion|bn|percent|per cent|percentage|kilomet\w+|km|met(?:er|re)s?|m|cm|mm|miles?|hectares?|ha|acres?|tons?|tonnes?|t|kg|g|a\.m\.|p\.m\.|BCE?|CE|AD|°C|°F|January|February|March|April|May|June|July|August|September|October|November|December)(?!\w))/gu,
        '\u00a0',
      ],
      [
        /(?<=\b(?:January|February|March|April|May|June|July|August|September|October|November|December))[ \n](?=\p{N}{1,2}(?!\p{N}))/gu,
        '\u00a0',
      ],
      [/(?<=[№§])[ \n](?=\p{N})/gu, '\u00a0'],
      // An initial or a title with the name; a numbered part with its number.
      [/(?<=\b\p{Lu}\.)[ \n](?=\p{Lu})/gu, '\u00a0'],
      [/(?<=\b(?:Mr|Mrs|Ms|Dr|Prof|St)\.)[ \n](?=\p{Lu})/gu, '\u00a0'],
      [/(?<=\b(?:No|Nos|Fig|Figs|vol|pp?|ch|sec)\.)[ \n](?=\p{N})/giu, '\u00a0'],
    ],
  },
};
