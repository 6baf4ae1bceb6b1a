import { type Context, type Emitter, evalToken, ForTag, Tag, type Template, toValueSync } from 'liquidjs';
import { isMaking, openPattern } from './pattern.ts';

/**
 * The loop of Liquid; a long one over groups, such as an index of documents, by patterns of its items: to interpret its body
 * a thousand times takes longer than all else that an index needs.
 */
export class Loop extends ForTag {
  #isPlain: boolean | undefined;

  override *render(context: Context, emitter: Emitter): ReturnType<ForTag['render']> {
    const items = this.#alike(context);
    if (!items) return yield* super.render(context, emitter);
    const around = context.getAll();
    const { globals } = context;
    const render = openPattern((scope) =>
      String(this.liquid.renderSync(this.templates, { ...around, ...scope }, { globals })),
    );
    for (const item of items) emitter.write(render({ [this.variable]: item }));
  }

  /** The items, where what is said of each depends on nothing but itself. */
  #alike(context: Context): readonly unknown[] | undefined {
    if (isMaking() || Object.keys(this.hash.hash).length > 0) return undefined;
    this.#isPlain ??= !COUNTING.test(this.token.input) && this.templates.every(isPlain);
    if (!this.#isPlain) return undefined;
    const items: unknown = toValueSync(evalToken(this.collection, context));
    return Array.isArray(items) && items.length >= MANY ? items : undefined;
  }
}

/** With fewer, patterns would not pay. */
const MANY = 20;

/** What a template asks where it is in the loop by. */
const COUNTING = /\bforloop\b/;
/** These leave nothing behind for the next item, and a part of the theme that is rendered sees nothing of the others. */
const TAGS = new Set(['if', 'unless', 'case', 'render', 'for', 'comment']);

function isPlain(template: Template): boolean {
  // All else is text, or what is written.
  if (!(template instanceof Tag)) return true;
  if (!TAGS.has(template.name)) return false;
  return template.name === 'render' || toValueSync(childrenOf(template)).every(isPlain);
}

/** What stands within a tag. */
function* childrenOf(template: Template): Generator<unknown, Template[], Template[]> {
  return template.children ? yield* template.children(false, true) : [];
}
