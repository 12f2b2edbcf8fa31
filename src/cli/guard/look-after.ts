import { type ChildProcess, spawn } from "node:child_process";
import { Duplex, Readable } from "node:stream";
import { BlockersError } from "../../errors.js";
import { ExitCode } from "../exit-code.js";
import { MAX_GIVEN_UP } from "../limits.js";
import type { GivenUp, World } from "../world.js";
import { LinesOf, Unsaid } from "./lines-of.js";
import { APART_VARIABLE, type Message } from "./messages.js";
import type { OwnProcess } from "./own-process.js";
import { MORE_MEMORY } from "./read-report.js";

/** How people and machines ask a program to end. */
const SENT: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"];

/** How a process apart ended. */
interface End {
  /** Undefined where it did not end by itself. */
  readonly exitCode: ExitCode | undefined;
  readonly how: string;
  /** The report that it gave up, or the one that it was at when it ended. */
  readonly givenUp: GivenUp | undefined;
}

/**
 * Runs a command line in a process of its own, and again without each report that takes too much. Answers with the exit code
 * of the last one; raises an error where no report is to blame, or too many are.
 */
export async function lookAfter(
  argv: readonly string[],
  world: World,
  own: OwnProcess,
  further: GivenUp | undefined,
): Promise<ExitCode> {
  const givenUp = further ? [further] : [];
  const unsaid = new Unsaid(own.said());
  for (;;) {
    unsaid.begin();
    const end = await runApart(argv, world, own, givenUp, unsaid);
    if (end.exitCode !== undefined && !end.givenUp) return end.exitCode;
    if (!end.givenUp || givenUp.some(({ path }) => path === end.givenUp?.path)) throw notToBlame(end.how);
    givenUp.push(end.givenUp);
    if (givenUp.length > MAX_GIVEN_UP) throw tooMany(givenUp);
  }
}

function notToBlame(how: string): BlockersError {
  return new BlockersError("limit", `the process that reads the reports ended by ${how}`, [
    "Most likely it had too little memory: run it on fewer reports at a time.",
    MORE_MEMORY,
  ]);
}

function tooMany(givenUp: readonly GivenUp[]): BlockersError {
  const paths = givenUp.map(({ path }) => path).join(", ");
  return new BlockersError("limit", `too many reports take too much time or memory: ${paths}`, [
    'Shorten them, or list them under "ignore" in blockers.yaml.',
  ]);
}

async function runApart(
  argv: readonly string[],
  world: World,
  own: OwnProcess,
  givenUp: readonly GivenUp[],
  unsaid: Unsaid,
): Promise<End> {
  const [node, ...rest] = own.command;
  const input = own.input();
  world.progress?.clear();
  const child = spawn(node, [...rest, ...argv], {
    cwd: world.cwd,
    env: { ...world.env, [APART_VARIABLE]: JSON.stringify(givenUp) },
    stdio: [input === undefined ? "inherit" : "pipe", "inherit", asks(argv) ? "inherit" : "pipe", "pipe"],
    windowsHide: true,
  });
  // What it does not read, it does not want.
  for (const stream of [child.stdin, child.stdio[3]]) stream?.on("error", () => undefined);
  child.stdin?.end(input);
  const release = world.onInterrupt(() => child.kill("SIGTERM"));
  try {
    return await endOf(child, world, unsaid);
  } finally {
    release();
  }
}

/** Whether questions are asked on stderr, which have no line end, and are asked anew in each run. */
function asks(argv: readonly string[]): boolean {
  return argv.includes("-i") || argv.includes("--interactive");
}

function listen(stream: ChildProcess["stdio"][number], lines: LinesOf): void {
  if (stream instanceof Readable) stream.setEncoding("utf8").on("data", (chunk: string) => lines.take(chunk));
}

function endOf(child: ChildProcess, world: World, unsaid: Unsaid): Promise<End> {
  let at: string | undefined;
  let given: GivenUp | undefined;
  const [, , stderr, messages] = child.stdio;
  const said = new LinesOf((line) => {
    const text = unsaid.of(line);
    if (text !== "") world.stderr.write(text);
  });
  const told = new LinesOf((line) => {
    const message = JSON.parse(line) as Message;
    if ("at" in message) at = message.at;
    else if ("done" in message) world.progress?.tell(message.done, message.total, message.what);
    else if ("clear" in message) {
      world.progress?.clear();
      if (messages instanceof Duplex) messages.write("\n");
    } else given = message.givenUp;
  });
  listen(stderr, said);
  listen(messages, told);
  return new Promise((resolve, reject) => {
    child.on("error", (cause) => {
      reject(new BlockersError("limit", "no process could be started for long reports", [], { cause }));
    });
    child.on("close", (code, signal) => {
      said.end();
      const exitCode = Object.values(ExitCode).find((one) => one === code);
      // What somebody ended has not ended for want of memory.
      const isSent = signal !== null && SENT.includes(signal);
      const memory: GivenUp | undefined = at === undefined || isSent ? undefined : { path: at, for: "memory" };
      const how = signal ?? `exit code ${String(code)}`;
      resolve({ exitCode, how, givenUp: given ?? (exitCode === undefined ? memory : undefined) });
    });
  });
}
