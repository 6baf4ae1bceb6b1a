import { join } from 'node:path';
import { UserError } from '../trouble.ts';

/** Opens a file of the publication at a place: an address that the reader's editor knows. */
export type Editor = (path: string, line: number, column: number) => string;

/** How editors are addressed, by the names of their programs. */
const ADDRESSES: Readonly<Record<string, string>> = {
  code: 'vscode://file{path}:{line}:{column}',
  'code-insiders': 'vscode-insiders://file{path}:{line}:{column}',
  codium: 'vscodium://file{path}:{line}:{column}',
  cursor: 'cursor://file{path}:{line}:{column}',
  windsurf: 'windsurf://file{path}:{line}:{column}',
  zed: 'zed://file{path}:{line}:{column}',
  idea: 'idea://open?file={path}&line={line}&column={column}',
  webstorm: 'webstorm://open?file={path}&line={line}&column={column}',
  subl: 'subl://open?url=file://{path}&line={line}&column={column}',
  mate: 'txmt://open?url=file://{path}&line={line}&column={column}',
  bbedit: 'x-bbedit://open?url=file://{path}&line={line}&column={column}',
};

/**
 * The editor that is `named`, by its program or its address; else the one of the environment's EDITOR, if it has an
 * address; else Visual Studio Code. Throws UserError 2 for a name that nobody knows.
 */
export function editorOf(root: string, named: string | undefined, environment: string | undefined): Editor {
  const fallback = ADDRESSES[programIn(environment)] ?? ADDRESSES['code'];
  const address = named === undefined ? fallback : (ADDRESSES[programIn(named)] ?? named);
  if (
    address === undefined ||
    !/^[a-z][a-z\d+.-]*:.*\{path\}/i.test(address) ||
    /^(?:javascript|data):/i.test(address)
  ) {
    throw new UserError(
      `--editor is “${named}”; expected one of ${Object.keys(ADDRESSES).join(', ')}, or an address with {path} in it`,
      `Write it as in: hexapla preview --editor "${ADDRESSES['code']}"`,
    );
  }
  const folder = root.replaceAll('\\', '/');
  return (path, line, column) => {
    const file = join(folder, path).replaceAll('\\', '/');
    const values: Readonly<Record<string, string>> = {
      path: encodeURI(file.startsWith('/') ? file : `/${file}`).replace(/[#?]/g, encodeURIComponent),
      line: String(line),
      column: String(column),
    };
    return address.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  };
}

/** `/usr/bin/code --wait` is code. */
function programIn(command: string | undefined): string {
  const [program = ''] = (command ?? '').trim().split(/\s+/);
  return (program.split(/[\\/]/).at(-1) ?? '').replace(/\.(?:exe|cmd)$/i, '').toLowerCase();
}
