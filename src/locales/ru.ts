import type { Language } from './language.ts';

export const ru: Language = {
  tag: 'ru',
  fonts: { text: ['@expo-google-fonts/noto-serif'], heads: ['@expo-google-fonts/noto-sans'] },
  typography: {
    // After Мильчин, Чельцова, «Справочник издателя и автора», 2018, ch. 6 and 33: what is not parted at a line's end.
    spaces: [
      // A short preposition, conjunction or particle stays with the word after it …
      [
        /(?<![\p{L}\p{N}\-–])((?:а|в|во|до|за|и|из|к|ко|на|не|ни|но|о|об|обо|от|по|с|со|у|без|для|изо|или|как|над|ото|под|при|про|что))[ \n](?=[\p{L}\p{N}«„(])/giu,
        '$1\u00a0',
      ],
      // … and one that leans on the word before it stays with that.
      [/(?<=\p{L})[ \n](?=(?:бы|б|же|ж|ли|ль)(?![\p{L}-]))/giu, '\u00a0'],
      // A dash never begins a line.
      [/(?<=\S)[ \n](?=[—–](?:\s|$))/gu, '\u00a0'],
      // Thousands; a number with its scale, unit or noun of a date.
      [/(?<=\p{N})[ \n](?=\p{N}{3}(?!\p{N}))/gu, '\u00a0'],
      [
        /(?<=[\p{N}IVXLC])[ \n](?=(?:тыс|млн|млрд|трлн|тысяч\p{L}*|миллион\p{L}*|миллиард\p{L}*|триллион\p{L}*|долл|доллар\p{L}*|руб|рубл\p{L}*|евро|юан\p{L}*|процент\p{L}*|п\. ?п|кв|куб|км|м|см|мм|га|т|ц|кг|г|гг|в|вв|л|ч|мин|сек|шт|чел|раз|раза|лет|год\p{L}*|век\p{L}*|квартал\p{L}*|январ\p{L}*|феврал\p{L}*|март\p{L}*|апрел\p{L}*|ма[йяюе]|июн\p{L}*|июл\p{L}*|август\p{L}*|сентябр\p{L}*|октябр\p{L}*|ноябр\p{L}*|декабр\p{L}*)(?!\p{L}))/gu,
        '\u00a0',
      ],
      [/(?<=\p{N})[ \n](?=[%‰°₽$€¥£])/gu, '\u00a0'],
      [/(?<=(?<!\p{L})(?:тыс\.|млн|млрд|трлн|кв\.|куб\.))[ \n](?=\p{L})/gu, '\u00a0'],
      // A sign or a short reference with its number.
      [/(?<=[№§])[ \n](?=\p{N})/gu, '\u00a0'],
      [/(?<=(?<!\p{L})(?:гл|илл|п|пп|разд|рис|с|ст|табл|т|ч)\.)[ \n](?=\p{N})/giu, '\u00a0'],
      // Initials with the name, and the parts of an abbreviation.
      [/(?<=(?<!\p{L})\p{Lu}\.)[ \n](?=\p{Lu})/gu, '\u00a0'],
      [/(?<=(?<!\p{L})(?:т|н|и т|до н)\.)[ \n](?=(?:д|е|к|н|п|э)\.)/gu, '\u00a0'],
    ],
  },
};
