import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { stringsOf } from '../../stages/localise.ts';
import type { Host } from '../../world.ts';
import type { Editor } from '../editor.ts';
import type { Guard } from '../guard.ts';
import type { Held } from '../held.ts';
import type { Site } from '../site.ts';
import type { Desk } from '../views/page.ts';
import { tongueOf, tongues, wordsIn } from '../words.ts';

/** What every route works with. */
export interface Around {
  readonly held: Held;
  readonly host: Host;
  readonly editor: Editor;
  readonly guard: Guard;
  readonly site: Site;
}

/** What the pages that answer a request know. A language that the reader chooses is kept by their browser. */
export function deskFor(context: Context, { held, editor, guard }: Around): Desk {
  const chosen = context.req.query('ui');
  if (chosen !== undefined && Object.hasOwn(tongues, chosen)) {
    setCookie(context, 'ui', chosen, { path: '/', sameSite: 'Strict', httpOnly: true, maxAge: 31_536_000 });
  }
  const tongue = tongueOf([chosen, getCookie(context, 'ui')], context.req.header('accept-language'));
  const state = held.state();
  const all = state?.loaded.locales ?? [];
  const own = all.find(({ locale }) => locale === tongue) ?? all[0];
  const publication = own && (stringsOf(own).entries['publication'] as { readonly name?: unknown } | undefined);
  return {
    words: wordsIn(tongue),
    editor,
    name: typeof publication?.name === 'string' ? publication.name : 'Hexapla',
    nameIn: own?.locale ?? 'en',
    locales: state?.publication.editions.map(({ locale }) => locale) ?? [],
    trouble: held.trouble(),
    token: guard.token,
    version: held.version(),
    url: new URL(context.req.url),
  };
}
