import type { KeyFigure } from '../../model.ts';
import type { Answer, Answering } from '../../text/keymarks.ts';
import { nearest } from '../../text/nearest.ts';
import { phrase } from '../../text/phrase.ts';
import { onceFor, remembered } from '../../text/remembered.ts';
import { FORMS, say } from './say.ts';

/** What texts of a locale say where they ask for one of these figures. */
export function answering(figures: readonly KeyFigure[] = NONE, locale: string): Answering {
  return inLocales(figures)(locale);
}

const NONE: readonly KeyFigure[] = [];

/** A figure that is asked for a hundred times is put into words once. */
const inLocales = onceFor((figures: readonly KeyFigure[]) => {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return remembered((locale: string): Answering => {
    const known = new Map<string, Answer>();
    return ({ id, manner }) => {
      const key = JSON.stringify([id, manner]);
      const answer = known.get(key) ?? answered(byId.get(id), byId, { id, manner, locale });
      known.set(key, answer);
      return answer;
    };
  });
});

/** All that texts of a locale may say in the place of these figures, but for cases and units that they name. */
export function wordings(figures: readonly KeyFigure[] = NONE, locale: string): readonly string[] {
  return figures.flatMap((figure) =>
    [undefined, ...FORMS].flatMap((form) => {
      const said = say(figure, locale, form === undefined ? {} : { form });
      return 'text' in said ? [said.text, said.text.charAt(0).toUpperCase()] : [];
    }),
  );
}

interface Asked {
  readonly id: string;
  readonly manner: Readonly<Record<string, string>>;
  readonly locale: string;
}

function answered(figure: KeyFigure | undefined, all: ReadonlyMap<string, KeyFigure>, asked: Asked): Answer {
  const { id, manner, locale } = asked;
  if (!figure) return unknown(id, [...all.keys()]);
  const stranger = Object.keys(manner).find((name) => !MANNERS.includes(name));
  if (stranger !== undefined)
    return {
      fault: phrase`${stranger} says nothing of how a figure is worded; ${MANNERS.join(', ')} do`,
      hint: phrase`take it out, or write one of these`,
    };
  const { form } = manner;
  if (form !== undefined && !FORMS.includes(form))
    return {
      fault: phrase`the form ${form} is not known; ${FORMS.join(', ')} are`,
      hint: phrase`write one of these, or none for the language’s own manner`,
    };
  const said = say(figure, locale, manner);
  return 'text' in said ? said : { ...said, hint: phrase`ask for another form, or write the figure out` };
}

const MANNERS = ['form', 'case', 'gender', 'unit'];

function unknown(id: string, ids: readonly string[]): Answer {
  const fault = phrase`there is no key figure ${id} in content/figures.yaml`;
  const near = nearest(id, ids);
  if (near !== undefined) return { fault, hint: phrase`write ${near}, or add ${id} to content/figures.yaml` };
  return { fault, hint: phrase`add ${id} to content/figures.yaml` };
}
