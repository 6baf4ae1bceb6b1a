import type { Language } from './language.ts';

export const zh: Language = {
  tag: 'zh',
  fonts: { text: ['@expo-google-fonts/noto-serif-sc'], heads: ['@expo-google-fonts/noto-sans-sc'] },
  typography: { spaces: [] },
};
