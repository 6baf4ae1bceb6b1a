import { createHash } from 'node:crypto';
import type { Finding } from '../../model.ts';
import { nameOf } from '../../text/language.ts';
import { said } from '../phrases.ts';
import { html, type Markup } from './html.ts';
import type { Desk } from './page.ts';

/** A name for a finding that holds as long as it says the same at the same place. */
export function findingId({ rule, span: { path, start }, message }: Finding): string {
  const said = JSON.stringify([rule, path, start, message]);
  return createHash('sha256').update(said).digest('hex').slice(0, 12);
}

/** What a finding speaks of: its words, and the joint of its figure. */
export interface About {
  readonly said?: string | undefined;
  readonly joint?: string | undefined;
}

/** A finding as it stands in the margin: what it is, what to do, and ways to do it. */
export function findingCard(
  finding: Finding,
  { words, editor }: Pick<Desk, 'words' | 'editor'>,
  { said: quoted = '', joint }: About = {},
): Markup {
  const { severity, rule, locale, phrases, span, fix } = finding;
  const { t, locale: tongue } = words;
  const quoting = (text: string) => isolated(text, [quoted, fix?.text ?? ''], locale);
  const id = findingId(finding);
  const place = `${span.path}:${span.start.line}:${span.start.column}`;
  return html`<article class="finding ${severity}" id="f-${id}" data-severity="${severity}" data-locale="${locale}"${joint !== undefined && html` data-j="${joint}"`} tabindex="-1" aria-labelledby="h-${id}">
<p class="what" id="h-${id}"><b>${t(`severity.${severity}`)}</b> <code>${rule}</code> <span lang="${locale}">${nameOf(locale)}</span></p>
<p class="message" lang="${tongue}">${quoting(said(phrases.message, tongue))}</p>
${phrases.hint && html`<p class="hint" lang="${tongue}">${quoting(said(phrases.hint, tongue))}</p>`}
<p class="do">${fix && html`<button type="button" class="fix" data-fix="${id}">${t('finding.fix')} <ins lang="${locale}">${fix.text}</ins></button> `}<a class="open" href="${editor(span.path, span.start.line, span.start.column)}" title="${place}">${t('finding.open')}</a></p>
</article>`;
}

/** A message that quotes words of another direction, each kept together. */
function isolated(message: string, quotes: readonly string[], locale: string): Markup {
  const [quote] = quotes.filter((one) => one !== '' && one.length < LONG && message.includes(one));
  if (quote === undefined) return html`${message}`;
  const [before = '', ...rest] = message.split(quote);
  return html`${before}<bdi lang="${locale}">${quote}</bdi>${isolated(rest.join(quote), quotes, locale)}`;
}

/** Longer ones are whole passages, of which no message quotes more than the beginning. */
const LONG = 200;
