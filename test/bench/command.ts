import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync } from "node:fs";
import process from "node:process";

/** What is run, in a folder of its own choosing. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Over what the benchmark itself runs in. */
  readonly env?: NodeJS.ProcessEnv;
  /** A file that is its standard input; by default it has none. */
  readonly input?: string;
  /** Exit codes that mean it did its work; 0 and 1 unless told. */
  readonly accepted?: readonly number[];
}

/** How one run went. */
export interface Run {
  readonly wallMs: number;
  /** User and system time of the command and all it waited for; only from a weighed run. */
  readonly cpuMs?: number;
  /** The most that one of its processes held in memory; only from a weighed run, and only where /proc tells it. */
  readonly rssMb?: number;
  /** Why there is no figure: it took too long, or it failed. */
  readonly failure?: string;
}

/** How often the memory of a weighed run is looked at. */
const LOOK_MS = 15;
const SHELL = "/bin/sh";
/** POSIX: `times` prints the shell's own times and then, in the second line, those of what it waited for. */
const WRAPPER = '"$@" 3>&-; code=$?; times >&3; exit $code';

/**
 * Runs a command once by the monotonic clock, its output thrown away. After `capMs` its whole process group is killed.
 * Weighed, it runs below a shell that tells its CPU time, and its memory is sampled: for what runs long.
 */
export async function run(command: Command, capMs: number, weighed = false): Promise<Run> {
  const { file, args } = command;
  const argv: [string, readonly string[]] = weighed ? [SHELL, ["-c", WRAPPER, "sh", file, ...args]] : [file, args];
  const input = command.input === undefined ? undefined : openSync(command.input, "r");
  const started = performance.now();
  const child = spawn(...argv, {
    cwd: command.cwd,
    env: { ...quietEnvironment(), ...command.env },
    stdio: [input ?? "ignore", "ignore", "ignore", weighed ? "pipe" : "ignore"],
    detached: true,
  });
  if (input !== undefined) closeSync(input);
  return await finished(child, { ...command, started, capMs, weighed });
}

interface Watch {
  readonly started: number;
  readonly capMs: number;
  readonly weighed: boolean;
  readonly accepted?: readonly number[];
}

function finished(child: ChildProcess, { started, capMs, weighed, accepted = [0, 1] }: Watch): Promise<Run> {
  return new Promise((settle) => {
    let late = false;
    let rssKb = 0;
    let times = "";
    let wallMs = 0;
    const cap = setTimeout(() => {
      late = true;
      killGroup(child.pid);
    }, capMs);
    const look = weighed ? setInterval(() => (rssKb = Math.max(rssKb, peakOf(child.pid))), LOOK_MS) : undefined;
    child.stdio[3]?.on("data", (chunk: Buffer) => (times += chunk.toString()));
    child.on("error", (error) => settle({ wallMs: 0, failure: error.message }));
    child.on("exit", () => (wallMs = performance.now() - started));
    child.on("close", (code, signal) => {
      clearTimeout(cap);
      clearInterval(look);
      const failure = late
        ? `over ${Math.round(capMs / 1000)} s`
        : code !== null && accepted.includes(code)
          ? undefined
          : `ended with ${code ?? signal}`;
      settle({
        wallMs,
        ...(weighed && { cpuMs: cpuOf(times) }),
        ...(rssKb > 0 && { rssMb: rssKb / 1024 }),
        ...(failure !== undefined && { failure }),
      });
    });
  });
}

/**
 * The environment without what makes Node start slowly, or git ask anything: a ratio to a slow start flatters
 * whatever is measured.
 */
export function quietEnvironment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, FORCE_COLOR: _color, ...rest } = process.env;
  return { ...rest, GIT_TERMINAL_PROMPT: "0" };
}

/** "0m1.234s 0m0.250s" in the second line, in milliseconds. */
export function cpuOf(times: string): number {
  const second = times.split("\n")[1] ?? "";
  const parts = [...second.matchAll(/(\d+)m([\d.,]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => {
    return sum + 60_000 * Number(minutes) + 1000 * Number(seconds?.replace(",", "."));
  }, 0);
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It ended in this moment.
  }
}

/** The largest high-water mark, in KB, among a process and all below it; 0 where there is no /proc. */
function peakOf(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const own = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    return Math.max(own, ...childrenOf(pid).map(peakOf));
  } catch {
    return 0;
  }
}

/** What any of its threads started. */
function childrenOf(pid: number): readonly number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean).map(Number),
  );
}
