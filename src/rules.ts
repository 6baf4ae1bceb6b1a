import type { Severity } from './model.ts';

/** A rule that a finding may be of. */
export interface Rule {
  /** One sentence: what a finding of it says. */
  readonly says: string;
  /** Its severities where the settings name none, the gravest first. */
  readonly severities: readonly Severity[];
  /** The one command that finds it, where that is not `check`. */
  readonly only?: 'build' | 'import';
}

const error: Pick<Rule, 'severities'> = { severities: ['error'] };
const warning: Pick<Rule, 'severities'> = { severities: ['warning'] };
const note: Pick<Rule, 'severities'> = { severities: ['note'] };
/** A warning where it is doubtful. */
const either: Pick<Rule, 'severities'> = { severities: ['error', 'warning'] };
const built = { ...error, only: 'build' } as const;
const imported = { ...error, only: 'import' } as const;

/** Every rule by its name. Data alone: the settings name rules, and are read before any check is loaded. */
export const rules: Readonly<Record<string, Rule>> = {
  'documents/missing': { ...error, says: 'A document of the source has no translation.' },
  'documents/orphan': { ...warning, says: 'A document translates nothing: the source language has none of its name.' },
  'structure/heading': { ...error, says: 'A heading is missing, is one too many, or is of another level.' },
  'structure/skip': { ...warning, says: 'A heading skips a level below the one before it.' },
  'structure/table': { ...error, says: 'A table is missing, or has other rows or columns.' },
  'structure/list': { ...warning, says: 'A list is missing, or has more or fewer items.' },
  'structure/notes': { ...either, says: 'A note is missing (an error), or there is one more than in the source.' },
  'figures/value': { ...either, says: 'A figure has another value or scale than in the source.' },
  'figures/unit': { ...either, says: 'A figure has another currency or unit than in the source.' },
  'figures/bound': {
    ...either,
    says: 'A figure is more than, less than or about what the source says exactly, or the reverse.',
  },
  'figures/direction': { ...either, says: 'A figure rises that falls in the source, or the reverse.' },
  'figures/date': { ...either, says: 'A date is another one than in the source.' },
  'figures/missing': {
    ...either,
    says: 'A figure of the source, or a passage with figures, is not in the translation.',
  },
  'figures/extra': { ...either, says: 'A figure of the translation is not in the source.' },
  'figures/swap': { ...either, says: 'Two figures stand in each other’s places.' },
  'figures/converted': { ...note, says: 'A figure is given in another unit, and rounds to what the source says.' },
  'figures/language': { ...warning, says: 'Figures of a language are not compared, as its numbers are not read yet.' },
  'figures/arithmetic': {
    ...warning,
    says: 'A total, share, growth or part contradicts the figures that it is made of.',
  },
  'figures/declared': { ...warning, says: 'The same thing of the same year has two numbers in one edition.' },
  'figures/key': {
    ...error,
    says: 'A key figure cannot be said as it is asked for, or another number stands beside its terms.',
  },
  'figures/literal': { ...note, says: 'A declared figure is written out instead of asked for by its id.' },
  'links/document': { ...error, says: 'A link leads to a document that is not there.' },
  'links/anchor': { ...error, says: 'A link leads to a heading or note that is not there.' },
  'links/file': { ...error, says: 'A link or image leads to a file that is not there.' },
  'links/address': { ...error, says: 'An address is not well formed.' },
  'strings/none': { ...warning, says: 'A language has no interface strings.' },
  'strings/missing': { ...error, says: 'An interface string of the source language is missing.' },
  'strings/empty': { ...error, says: 'An interface string is empty.' },
  'strings/plural': { ...error, says: 'A plural form that the language needs is missing.' },
  'strings/values': { ...error, says: 'An interface string has other {{values}} than that of the source language.' },
  'strings/extra': { ...warning, says: 'An interface string is not in the source language.' },
  'strings/asked': { ...warning, only: 'build', says: 'A template asks for an interface string that is not there.' },
  'terms/missing': {
    ...warning,
    says: 'The source uses a concept of the glossary, and the translation none of its terms.',
  },
  'terms/forbidden': { ...error, says: 'A term stands there that the glossary forbids.' },
  renderings: { ...warning, says: 'A name or title is rendered in two ways in one document.' },
  leftover: { ...warning, says: 'Words of the source were left in the translation.' },
  quotes: { ...warning, says: 'Quotation marks are those of another language.' },
  numbers: { ...warning, says: 'Decimals or thousands are parted by the signs of another language.' },
  units: {
    ...warning,
    says: 'A unit stands at another distance from its number than the language has it, or signs stand in two ways.',
  },
  width: { ...warning, says: 'Half-width and full-width signs are mixed.' },
  doubled: { ...warning, says: 'A word stands twice in a row.' },
  'meta/title': { ...error, says: 'A document has no title.' },
  'markdown/footnote': { ...either, says: 'A mark has no note (an error), or a note no mark.' },
  'markdown/html': { ...warning, says: 'The page leaves out HTML that could run a program or override the layout.' },
  'suppress/reason': { ...error, says: 'A finding is suppressed without a reason.' },
  'suppress/date': { ...error, says: 'A finding is suppressed until a day that is none.' },
  'suppress/expired': { ...warning, says: 'A suppression is over: it was until a day that has passed.' },
  'suppress/unused': { ...warning, says: 'A comment suppresses nothing.' },
  'fonts/glyph': { ...built, says: 'A character has no glyph in the fonts of its language.' },
  'prove/lost': { ...built, says: 'A passage of the text is not in the PDF.' },
  'prove/cut': { ...built, says: 'The end of a passage is not in the PDF.' },
  'prove/figure': { ...built, says: 'A figure of the text is not in the PDF as it is written.' },
  'prove/rows': { ...built, says: 'A table of the PDF has other rows than that of the text.' },
  'prove/outline': { ...built, says: 'A heading is not in the outline of the PDF.' },
  'prove/link': { ...built, says: 'A link of the PDF leads nowhere.' },
  'prove/glyph': { ...built, says: 'A sign of the PDF has no glyph.' },
  'prove/font': { ...built, says: 'A font is not within the PDF, or does not say its signs.' },
  'prove/file': { ...built, says: 'A PDF cannot be read back.' },
  'status/lock': { ...error, says: 'A line of a lock was changed by hand.' },
  'status/stale': {
    ...error,
    says: 'The source of a passage has changed since its translation was accepted (with stale: fail).',
  },
  'exchange/unit': { ...imported, says: 'A unit is none of the publication as it is now.' },
  'exchange/code': { ...imported, says: 'The codes of a unit are lost, doubled or crossed.' },
  'exchange/length': { ...imported, says: 'A translation is longer than there is room for.' },
  'exchange/text': { ...imported, says: 'A translation cannot be written into the Markdown.' },
  'exchange/file': { ...imported, says: 'A unit is of a file that the publication has not.' },
};

/** Names that the settings may have: of rules, and of the families that several rules share the first part with. */
export const ruleNames: readonly string[] = [
  ...new Set(
    Object.keys(rules).flatMap((rule) => (rule.includes('/') ? [rule.slice(0, rule.indexOf('/')), rule] : [rule])),
  ),
];
