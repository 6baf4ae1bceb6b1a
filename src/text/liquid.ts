import { posix } from 'node:path';
import { Drop, Liquid, LiquidError } from 'liquidjs';
import type { Source } from '../model.ts';
import { UserError } from '../trouble.ts';
import { escaped, registerFilters, type Voice, voice } from './filters.ts';
import { Loop } from './loop.ts';
import { nearest } from './nearest.ts';
import { openPattern, type Render } from './pattern.ts';

/** A set of Liquid templates, each parsed at most once. */
export interface Theme {
  /**
   * Renders the template of that name. Templates and their partials see `scope`; what they name and nobody gives
   * is a UserError with the template's file, line and column, like every other mistake in them.
   */
  render(name: string, speaker: Voice, scope: Scope): Promise<string>;
}

/** Opens a theme; `find` is the only way to its files. */
export function openTheme(find: (name: string) => Promise<Source | undefined>): Theme {
  const files = new Map<string, Source | undefined>();
  // Rendering waits for nothing, which takes a third of the time: a file that it lacks is read, and it begins anew.
  let wanted: string | undefined;
  const source = (name: string): Source | undefined => {
    if (files.has(name)) return files.get(name);
    wanted = name;
    throw new Error(`${name} has not been read`);
  };
  const liquid = new Liquid({
    root: ['.'],
    fs: {
      exists: async (name) => source(name) !== undefined,
      readFile: async (name) => source(name)?.text ?? '',
      existsSync: (name) => source(name) !== undefined,
      readFileSync: (name) => source(name)?.text ?? '',
      resolve: (folder, file) => posix.join('/', folder, file).slice(1),
      dirname: posix.dirname,
      sep: '/',
    },
    cache: true,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: escaped,
  });
  registerFilters(liquid);
  liquid.registerTag('for', Loop);
  const plainly = (name: string, speaker: Voice, scope: Scope): string =>
    liquid.renderFileSync(name, {}, { globals: { ...scope, [voice]: speaker } });
  const patterns = new WeakMap<Voice, Map<string, Render>>();
  return {
    async render(name, speaker, scope) {
      const own = patterns.get(speaker) ?? new Map<string, Render>();
      patterns.set(speaker, own);
      const render = own.get(name) ?? openPattern((one) => plainly(name, speaker, one));
      own.set(name, render);
      for (;;) {
        wanted = undefined;
        try {
          const isNoticed = ![...files.values()].some((file) => file && UNNOTICED.test(file.text));
          return isNoticed ? render(scope) : plainly(name, speaker, scope);
        } catch (error) {
          if (wanted === undefined) {
            const path = pathOf(error, [...files.values()]) ?? `templates/${name}`;
            throw mistake(error, path, { scope, liquid });
          }
          files.set(wanted, await find(wanted));
        }
      }
    },
  };
}

type Scope = Readonly<Record<string, unknown>>;

/**
 * These look at texts, or count them, without a stand-in noticing it, and so does a filter of what is written as it is: a
 * theme that has one of them has no patterns.
 */
const UNNOTICED = /\b(?:capture|uniq|group_by)|\|\s*(?:raw|contents|css_string)\s*\|/;

/** A group in which a template may ask for anything: what is not there is nothing, not a mistake. */
export class Optional extends Drop {
  readonly #values: Scope;

  constructor(values: Scope) {
    super();
    this.#values = values;
  }

  override liquidMethodMissing(key: string | number): unknown {
    return Object.hasOwn(this.#values, key) ? this.#values[key] : null;
  }

  toJSON(): unknown {
    return this.#values;
  }
}

interface Known {
  readonly scope: Scope;
  readonly liquid: Liquid;
}

/** Tokens of variables do not know their file, but each knows the text that it was cut from. */
function pathOf(error: unknown, read: readonly (Source | undefined)[]): string | undefined {
  return LiquidError.is(error) ? read.find((source) => source?.text === error.token.input)?.path : undefined;
}

function mistake(error: unknown, path: string, known: Known): unknown {
  if (!LiquidError.is(error)) {
    if (!(error instanceof Error) || !error.message.startsWith('ENOENT')) return error;
    return new UserError(
      `${path}: there is no such template`,
      'Put it back, or delete templates/ to use those that ship.',
    );
  }
  const cause = error.originalError;
  if (cause instanceof UserError) return cause;
  const [line, column] = error.token.getPosition();
  const { message, hint } = explained(
    cause?.message ?? error.message.replace(/(, file:.*)?, line:\d+, col:\d+$/, ''),
    known,
  );
  return new UserError(`${path}:${line}:${column}: ${message}`, hint);
}

function explained(message: string, { scope, liquid }: Known): { message: string; hint: string } {
  const variable = message.match(/^undefined variable: (.+)$/)?.[1];
  if (variable !== undefined)
    return { message: `there is no variable ${variable}`, hint: variableHint(variable, names(scope)) };
  const filter = message.match(/^undefined filter: (.+)$/)?.[1];
  if (filter !== undefined) {
    const meant = nearest(filter, Object.keys(liquid.filters));
    const hint =
      meant === undefined ? 'https://liquidjs.com/filters/overview.html lists them.' : `Did you mean ${meant}?`;
    return { message: `there is no filter ${filter}`, hint };
  }
  const file = message.match(/^ENOENT: .*?"(.+?)"/)?.[1];
  if (file !== undefined) {
    return { message: `there is no template ${file}`, hint: 'Names are paths below templates/, with their ending.' };
  }
  return {
    message: `this is not as Liquid expects it: ${message}`,
    hint: 'https://liquidjs.com/tags/overview.html shows each tag.',
  };
}

/** Guesses at the first part that is unknown, among its siblings: in `document.tilte`, among what `document` has. */
function variableHint(variable: string, variables: readonly string[]): string {
  const parts = variable.split('.');
  const known = parts.findIndex((_, index) => !variables.includes(parts.slice(0, index + 1).join('.')));
  const above = parts
    .slice(0, known)
    .map((part) => `${part}.`)
    .join('');
  const siblings = variables.filter((name) => name.startsWith(above) && !name.slice(above.length).includes('.'));
  const meant = nearest(
    parts
      .slice(0, known + 1)
      .join('.')
      .slice(above.length),
    siblings.map((name) => name.slice(above.length)),
  );
  return meant === undefined ? `Known here: ${siblings.join(', ')}.` : `Did you mean ${above}${meant}?`;
}

/** `document`, `document.title` … of a scope, as templates write them. */
function names(scope: Scope, prefix = '', depth = 2): string[] {
  return Object.entries(scope).flatMap(([key, value]) => {
    const name = prefix + key;
    const group = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Drop);
    return group && depth > 0 ? [name, ...names({ ...value }, `${name}.`, depth - 1)] : [name];
  });
}
