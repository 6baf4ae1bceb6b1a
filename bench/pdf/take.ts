import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command took, from its start to its end, with all processes that it started. */
export interface Taken {
  readonly seconds: number;
  /** Seconds of processor time, and what of it was the programs' own, not the system's; Linux tells it, as it does `peak`. */
  readonly cpu?: number;
  readonly user?: number;
  /** MB of memory at the worst moment: what processes share counts once (`Pss`, proc_pid_smaps(5)). */
  readonly peak?: number;
  readonly output: string;
}

/** A process as proc(5) has it. */
interface Process {
  readonly parent: number;
  readonly cpu: number;
  readonly user: number;
}

/** Between two looks, in milliseconds: a process that is shorter is missed. Memory is dear to ask for: every fifth time. */
const [LOOK, DEAR] = [100, 5];
/** Of a processor's time a second has so many ticks on every Linux that Chromium runs on. */
const TICKS = 100;

/** Runs a command and watches it. Throws if it ends with another code than the expected ones. */
export async function take(
  command: readonly string[],
  watched?: (megabytes: number) => void,
  expected: readonly number[] = [0],
): Promise<Taken> {
  const [program = '', ...args] = command;
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  const cpu = new Map<number, Process>();
  let [peak, looks] = [0, 0];
  const look = () => {
    const tree = treeOf(child.pid ?? 0);
    for (const [pid, one] of tree) cpu.set(pid, one);
    looks += 1;
    if (looks % DEAR !== 0) return;
    const memory = [...tree.keys()].reduce((sum, pid) => sum + memoryOf(pid), 0);
    peak = Math.max(peak, memory);
    watched?.(memory);
  };
  const watch = setInterval(look, LOOK);
  const code = await new Promise<number | null>((resolve, reject) => child.on('exit', resolve).on('error', reject));
  clearInterval(watch);
  if (code === null || !expected.includes(code)) throw new Error(`${command.join(' ')} ended with ${code}`);
  const seconds = (performance.now() - start) / 1000;
  const sum = (of: (one: Process) => number) => [...cpu.values()].reduce((all, one) => all + of(one), 0);
  const used = { cpu: sum((one) => one.cpu), user: sum((one) => one.user), peak };
  return { seconds, output, ...(cpu.size > 0 && used) };
}

/** The process and all that descend from it; none where there is no proc(5). */
function treeOf(root: number): ReadonlyMap<number, Process> {
  const all = processes();
  const tree = new Map<number, Process>();
  const add = (pid: number) => {
    const found = all.get(pid);
    if (found) tree.set(pid, found);
  };
  add(root);
  for (let size = 0; size < tree.size; ) {
    size = tree.size;
    for (const [pid, { parent }] of all) if (tree.has(parent)) add(pid);
  }
  return tree;
}

function processes(): ReadonlyMap<number, Process> {
  const all = new Map<number, Process>();
  for (const pid of process.platform === 'linux' ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      // The name before may hold anything, brackets too.
      const fields = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]];
      all.set(Number(pid), { parent, cpu: (user + system) / TICKS, user: user / TICKS });
    } catch {
      // It has ended meanwhile.
    }
  }
  return all;
}

/** In MB; nothing of what has ended. */
function memoryOf(pid: number): number {
  try {
    const kB = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return Number(kB ?? 0) / 1024;
  } catch {
    return 0;
  }
}
