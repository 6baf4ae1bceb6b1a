import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { UserError } from '../../trouble.ts';
import { applyFix } from '../fixing.ts';
import type { Change } from '../held.ts';
import { troubleOf } from '../trouble.ts';
import type { Around } from './around.ts';

/** In milliseconds: a browser that has gone is noticed when it is told something. */
const PULSE = 15_000;

/** What goes to and fro while a page is open: that something has changed, and that something is to be written. */
export function addLive(app: Hono, { held, host, guard }: Around): { close(): void } {
  const open = new Set<(change: Change | undefined) => void>();
  held.listen((change) => {
    for (const send of open) send(change);
  });
  const pulse = setInterval(() => {
    for (const send of open) send(undefined);
  }, PULSE);
  pulse.unref();
  app.get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const gone = Promise.withResolvers<void>();
      const send = (change: Change | undefined) => {
        const written = change ? stream.writeSSE({ data: JSON.stringify(change) }) : stream.write(':\n\n');
        written.catch(() => gone.resolve());
      };
      open.add(send);
      stream.onAbort(() => gone.resolve());
      // Whoever comes late, or back after a break, may have missed something.
      await stream.writeSSE({ data: JSON.stringify({ kind: 'hello', version: held.version() }) });
      await gone.promise;
      open.delete(send);
    }),
  );
  app.post('/fix', guard.writer, async (context) => {
    const { finding } = await context.req.json<{ readonly finding?: unknown }>().catch(() => ({ finding: undefined }));
    if (typeof finding !== 'string') return context.json({ message: 'expected { "finding": "…" }' }, 400);
    try {
      const { span, fix } = await applyFix(finding, held, host);
      await held.changed([span.path]);
      return context.json({ path: span.path, line: span.start.line, text: fix?.text });
    } catch (error) {
      const { message, hint } = troubleOf(error);
      return context.json({ message, hint }, error instanceof UserError ? 409 : 500);
    }
  });
  return { close: () => clearInterval(pulse) };
}
