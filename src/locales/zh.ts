import type { Language } from './language.ts';

export const zh: Language = {
  tag: 'zh',
  fonts: { text: ['@expo-google-fonts/noto-serif-sc'], heads: ['@expo-google-fonts/noto-sans-sc'] },
  typography: {
    // —— and …… are held together by the line-breaking rules themselves (UAX #14, LB17 and LB22),
    // so only spaces inside a line of Latin text or figures are left to hold: a number and its Latin unit.
    spaces: [
      [/(?<=\p{N})[ \n](?=(?:km|m|cm|mm|kg|g|t|ha|kWh|MW|GW|°C|%)(?![A-Za-z]))/gu, '\u00a0'],
      [/(?<=\p{N})[ \n](?=\p{N}{3}(?!\p{N}))/gu, '\u00a0'],
    ],
  },
};
