import type { Readable, Writable } from 'node:stream';

/** Messages to a browser and from it. */
export interface Pipe {
  send(message: string): void;
  close(): void;
  onmessage?: (message: string) => void;
  onclose?: () => void;
}

/**
 * The DevTools protocol over the two pipes of `--remote-debugging-pipe`: messages end with a NUL.
 * A pipe, unlike a port, is open to nobody else on the machine, and the browser ends when it breaks.
 */
export function openPipe(toBrowser: Writable, fromBrowser: Readable): Pipe {
  let partial: Buffer[] = [];
  const pipe: Pipe = {
    send: (message) => void toBrowser.write(`${message}\0`),
    close: () => toBrowser.end(),
  };
  const dispatch = (message: Buffer) => {
    // Each in a turn of its own: what waits for one message must run before the next one comes.
    setImmediate(() => pipe.onmessage?.(message.toString('utf8')));
  };
  fromBrowser.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      dispatch(Buffer.concat([...partial, chunk.subarray(start, end)]));
      partial = [];
      start = end + 1;
    }
    if (start < chunk.length) partial.push(chunk.subarray(start));
  });
  fromBrowser.once('close', () => pipe.onclose?.());
  // Broken pipes are how the end of a browser is felt here; who started it hears of that by its exit.
  for (const end of [toBrowser, fromBrowser]) end.on('error', () => undefined);
  return pipe;
}
