import {
  type Context,
  type Expression,
  type Filter,
  Liquid,
  LiquidError,
  Output,
  RenderError,
  toValue,
  toValueSync,
  Value,
} from 'liquidjs';

/**
 * liquidjs evaluates by generators, for templates that wait for promises. Ours wait for nothing, and thousands of pages have
 * hundreds of values each: what can be told at once is told at once. Whatever else there is, a variable that is not there
 * for one, goes the way of the library, which says what is wrong.
 */
export function evaluateAtOnce(): void {
  if (isDone) return;
  isDone = true;
  const slowly = Value.prototype.value;
  const render = Output.prototype.render;
  const quickly = function (this: Value, context: Context, lenient?: boolean): unknown {
    const value = evaluated(this, context);
    return value === LATER ? slowly.call(this, context, lenient) : value;
  };
  const written = function (this: Output, context: Context, emitter: Emitter): unknown {
    const value = evaluated(this.value, context);
    if (value === LATER) return render.call(this, context, emitter as never);
    emitter.write(toValue(value));
    return undefined;
  };
  Object.assign(Value.prototype, { value: quickly });
  Object.assign(Output.prototype, { render: written });
  const [text] = new Liquid().parse('x');
  Object.assign(Object.getPrototypeOf(text), {
    render(this: { readonly str: string }, _: Context, emitter: Emitter) {
      emitter.write(this.str);
    },
  });
}

/** The same of what templates are made of: one after the other, each written as it comes. */
export function renderAtOnce({ renderer }: Liquid): void {
  const slowly = renderer.renderTemplates;
  const all = function (this: unknown, templates: readonly Part[], context: Context, emitter?: Emitter): unknown {
    if (!emitter) return slowly.call(renderer, templates as never, context);
    const loop = context as unknown as Loop;
    for (const part of templates) {
      try {
        const made = toValueSync(part.render(context, emitter) as never);
        if (made) emitter.write(made);
        if (loop.breakCalled || loop.continueCalled) break;
      } catch (error) {
        throw LiquidError.is(error) ? error : new RenderError(error as Error, part as never);
      }
    }
    return emitter.buffer;
  };
  Object.assign(renderer, { renderTemplates: all });
}

/** A piece of a template. */
interface Part {
  render(context: Context, emitter: Emitter): unknown;
}

/** Whether a tag has asked for the end of a loop, or of one turn of it. */
interface Loop {
  readonly breakCalled: boolean;
  readonly continueCalled: boolean;
}

let isDone = false;

interface Emitter {
  readonly buffer: unknown;
  write(value: unknown): void;
}

/** What has to be asked for otherwise. */
const LATER = Symbol('later');

function evaluated({ initial, filters }: Value, context: Context): unknown {
  let value = resultOf(initial, context);
  if (value === LATER) return LATER;
  const all: unknown[][] = [];
  for (const filter of filters) {
    const own = argumentsOf(filter, context);
    if (own === LATER) return LATER;
    all.push(own as unknown[]);
  }
  for (const [n, filter] of filters.entries()) {
    const { token, liquid, handler } = filter as unknown as Applied;
    value = handler.apply({ context, token, liquid }, [value, ...(all[n] ?? [])]);
  }
  return value;
}

/** What the declarations of the library keep to themselves. */
interface Applied extends Pick<Filter, 'args'> {
  readonly handler: (this: object, ...values: readonly unknown[]) => unknown;
  readonly token: unknown;
  readonly liquid: Liquid;
}

function argumentsOf({ args }: Pick<Filter, 'args'>, context: Context): unknown {
  const values: unknown[] = [];
  for (const argument of args) {
    const value = operandOf(Array.isArray(argument) ? argument[1] : argument, context);
    if (value === LATER) return LATER;
    values.push(Array.isArray(argument) ? [argument[0], value] : value);
  }
  return values;
}

function resultOf(expression: Expression, context: Context): unknown {
  const operands: unknown[] = [];
  for (const token of (expression as unknown as { readonly postfix: readonly Operand[] }).postfix) {
    if (token.operator !== undefined) {
      const operator = context.opts.operators[token.operator];
      // The only one with one side.
      if (!operator || token.operator === 'not') return LATER;
      const right = operands.pop();
      operands.push(operator(operands.pop(), right, context));
    } else {
      const value = operandOf(token, context);
      if (value === LATER) return LATER;
      operands.push(value);
    }
  }
  return operands[0];
}

/** A token of an expression: a literal, an operator, or the way to a variable. */
interface Operand {
  readonly content?: unknown;
  readonly operator?: string;
  readonly props?: readonly Operand[];
  readonly variable?: unknown;
}

function operandOf(token: unknown, context: Context): unknown {
  if (typeof token !== 'object' || token === null) return LATER;
  if ('content' in token) return token.content;
  const { props, variable } = token as Operand;
  if (!props || variable !== undefined) return LATER;
  const scopes = context as unknown as Scopes;
  let value: unknown;
  for (const [n, prop] of props.entries()) {
    const name = prop.content;
    if (typeof name !== 'string' && typeof name !== 'number') return LATER;
    value = scopes.readProperty(n === 0 ? scopes.findScope(name) : value, name);
    if (value === undefined) return LATER;
  }
  return value;
}

interface Scopes {
  findScope(name: string | number): unknown;
  readProperty(value: unknown, name: string | number): unknown;
}
