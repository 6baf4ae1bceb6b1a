import type { Language } from './language.ts';

export const en: Language = {
  tag: 'en',
  fonts: { text: ['@expo-google-fonts/noto-serif'], heads: ['@expo-google-fonts/noto-sans'] },
  typography: { spaces: [] },
};
