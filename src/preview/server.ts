import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { UserError } from '../trouble.ts';
import type { Host } from '../world.ts';
import type { Editor } from './editor.ts';
import { closed, guardOf } from './guard.ts';
import type { Held } from './held.ts';
import { addFiles } from './routes/files.ts';
import { addLive } from './routes/live.ts';
import { addPages } from './routes/pages.ts';
import { openSite } from './site.ts';

/** What a server of the desk is given. */
export interface Given {
  readonly held: Held;
  readonly host: Host;
  readonly editor: Editor;
  /** 0: any that is free. */
  readonly port: number;
}

/** A server that listens on this machine and for this machine only. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the desk. Throws UserError 3 if the port is taken. */
export async function serve({ held, host, editor, port }: Given): Promise<Listening> {
  const app = new Hono();
  let own = port;
  const guard = guardOf(() => own);
  app.use(closed, guard.host);
  const around = { held, host, editor, guard, site: openSite(held, host) };
  addPages(app, around);
  addFiles(app, around);
  const live = addLive(app, around);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  own = await listen(server, port);
  return {
    url: `http://localhost:${own}/`,
    async close() {
      live.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Resolves with the port. Not `localhost`, which a system may take for more than this machine. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return reject(error);
      const why = error.code === 'EACCES' ? 'may not be used' : 'is in use';
      reject(new UserError(`port ${port} ${why}`, 'Name another: hexapla preview --port 4848', 3));
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
