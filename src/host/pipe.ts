import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core';

/**
 * The DevTools protocol over the two pipes of `--remote-debugging-pipe`: messages end with a NUL.
 * A pipe, unlike a port, is open to nobody else on the machine, and the browser ends when it breaks.
 */
export function pipeTransport(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  let partial: Buffer[] = [];
  const transport: ConnectionTransport = {
    send: (message) => void toBrowser.write(`${message}\0`),
    close: () => toBrowser.end(),
  };
  const dispatch = (message: Buffer) => {
    // Each in a turn of its own: what waits for one message must run before the next one comes.
    setImmediate(() => transport.onmessage?.(message.toString('utf8')));
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
  fromBrowser.once('close', () => transport.onclose?.());
  // Broken pipes are how the end of a browser is felt here; who started it hears of that by its exit.
  for (const pipe of [toBrowser, fromBrowser]) pipe.on('error', () => undefined);
  return transport;
}
