import type { Language } from './language.ts';

export const ru: Language = {
  tag: 'ru',
  fonts: { text: ['@expo-google-fonts/noto-serif'], heads: ['@expo-google-fonts/noto-sans'] },
  typography: { spaces: [] },
};
