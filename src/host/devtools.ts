import type { Pipe } from './pipe.ts';

/** A browser, or a page of it, as the DevTools protocol shows it: what it can be asked here, and what it answers. */
export interface Asked {
  /** Rejects with what the browser says is wrong, and when it ends. */
  ask<Method extends keyof Answers>(method: Method, what?: Readonly<Record<string, unknown>>): Promise<Answers[Method]>;
}

export interface DevTools extends Asked {
  /** Is there still somebody to answer? */
  readonly connected: boolean;
  /** Opens an empty page. `crashed` is called when the process behind it dies. */
  open(crashed: () => void): Promise<Opened>;
}

/** A page that can be closed, and with it the process behind it. */
export interface Opened extends Asked {
  close(): Promise<void>;
}

/** https://chromedevtools.github.io/devtools-protocol/ */
interface Answers {
  'Browser.getVersion': { readonly product: string };
  'Emulation.setDeviceMetricsOverride': unknown;
  'Emulation.setEmulatedMedia': unknown;
  'Emulation.setScriptExecutionDisabled': unknown;
  'Inspector.enable': unknown;
  'Page.getFrameTree': { readonly frameTree: { readonly frame: { readonly id: string } } };
  'Page.printToPDF': { readonly data: string };
  'Page.setDocumentContent': unknown;
  'Runtime.callFunctionOn': Evaluated;
  'Runtime.evaluate': Evaluated;
  'Target.attachToTarget': { readonly sessionId: string };
  'Target.closeTarget': unknown;
  'Target.createTarget': { readonly targetId: string };
}

/** What became of an expression: its value, or the error that it threw. */
interface Evaluated {
  readonly result: { readonly objectId?: string; readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/** What comes from a browser. */
interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly sessionId?: string;
}

/** Talks with the browser at the other end of the pipe. */
export function devTools(pipe: Pipe): DevTools {
  const open = new Map<number, Pick<PromiseWithResolvers<unknown>, 'resolve' | 'reject'>>();
  const crashes = new Map<string, () => void>();
  let asked = 0;
  let connected = true;
  pipe.onmessage = (text) => {
    const { id, result, error, method, sessionId = '' }: Message = JSON.parse(text);
    if (method === 'Inspector.targetCrashed') crashes.get(sessionId)?.();
    if (id === undefined) return;
    const waiting = open.get(id);
    open.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  };
  pipe.onclose = () => {
    connected = false;
    for (const { reject } of open.values()) reject(new Error(ENDED));
    open.clear();
  };
  const asking = (sessionId?: string): Asked['ask'] => {
    return <Method extends keyof Answers>(method: Method, params: Readonly<Record<string, unknown>> = {}) => {
      if (!connected) return Promise.reject(new Error(ENDED));
      asked += 1;
      const id = asked;
      pipe.send(JSON.stringify({ id, method, params, sessionId }));
      return new Promise<Answers[Method]>((resolve, reject) => {
        open.set(id, { resolve: (answer) => resolve(answer as Answers[Method]), reject });
      });
    };
  };
  const ask = asking();
  return {
    ask,
    get connected() {
      return connected;
    },
    async open(crashed) {
      const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
      crashes.set(sessionId, crashed);
      const close = async () => {
        crashes.delete(sessionId);
        await ask('Target.closeTarget', { targetId });
      };
      const page = { ask: asking(sessionId), close };
      await page.ask('Inspector.enable');
      return page;
    },
  };
}

const ENDED = 'the browser ended';

/** A function of the page that is called again and again; `text` is its JavaScript. */
export async function functionIn<Given, Result>(page: Asked, text: string): Promise<(given: Given) => Promise<Result>> {
  const { objectId } = (await evaluated(page.ask('Runtime.evaluate', { expression: `(${text})` }))).result;
  return async (given) => {
    const call = page.ask('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: 'function (given) { return this(given); }',
      arguments: [{ value: given }],
      awaitPromise: true,
      returnByValue: true,
    });
    return (await evaluated(call)).result.value as Result;
  };
}

async function evaluated(asked: Promise<Evaluated>): Promise<Evaluated> {
  const answer = await asked;
  const { exceptionDetails } = answer;
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return answer;
}
