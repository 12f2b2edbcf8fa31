import { nodeFileSystem } from "../fs/node-file-system.js";
import { readStream } from "../fs/read-stream.js";
import { ExitCode } from "./exit-code.js";
import { guardOf, progressApart } from "./guard/process-guard.js";
import { complainOf } from "./notices.js";
import { safeForRunner } from "./outputs/safe-in-log.js";
import { processSink } from "./process-sink.js";
import { type Clock, clearing, createProgress } from "./progress.js";
import { shellWord } from "./shell-word.js";
import type { Sink, World } from "./world.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The real world of a Node process, which from now on ends with exit code 2 on an error that nobody caught. `program` is the
 * file that starts it for a command line.
 */
export function processWorld(process: NodeJS.Process, program = process.argv[1] ?? ""): World {
  const world = worldOf(process, program);
  process.on("uncaughtException", (error) => {
    complainOf(safeForRunner(world), error, process.env.BLOCKERS_DEBUG === "1" || process.argv.includes("--debug"));
    process.exit(ExitCode.Failed);
  });
  return world;
}

function clockOf(process: NodeJS.Process): Clock {
  return {
    // `performance` would have to be loaded first.
    now: () => process.uptime() * 1000,
    after: (milliseconds, act) => {
      setTimeout(act, milliseconds).unref();
    },
  };
}

function worldOf(process: NodeJS.Process, program: string): World {
  const stdout = processSink(process, "stdout");
  const screen = processSink(process, "stderr");
  const progress = progressApart(process.env) ?? createProgress(screen, process.env, clockOf(process));
  const { said, sink: stderr } = remembering(screen);
  let input: Uint8Array | undefined;
  return {
    guard: guardOf(process.env, {
      command: [process.execPath, ...process.execArgv, program],
      input: () => input,
      said,
    }),
    cwd: process.cwd(),
    env: process.env,
    stdout: clearing(stdout, progress),
    stderr: clearing(stderr, progress),
    progress,
    stdin: {
      get isTTY() {
        return process.stdin.isTTY === true;
      },
      read: async (limit) => {
        input = await readStream(process.stdin, limit);
        return input;
      },
    },
    get ask() {
      return process.stdin.isTTY === true
        ? (question: string) => {
            progress.clear();
            return ask(process, question);
          }
        : undefined;
    },
    command: [process.execPath, process.argv[1] ?? ""].map(quoted).join(" "),
    fs: nodeFileSystem,
    onInterrupt: (cleanUp) => onInterrupt(process, cleanUp),
  };
}

/** A sink, and all that was written to it. */
function remembering(sink: Sink): { readonly said: () => string; readonly sink: Sink } {
  const texts: string[] = [];
  return {
    said: () => texts.join(""),
    sink: {
      write: (text) => {
        if (typeof text === "string") texts.push(text);
        sink.write(text);
      },
      get isTTY() {
        return sink.isTTY;
      },
      get columns() {
        return sink.columns;
      },
    },
  };
}

async function ask(process: NodeJS.Process, question: string): Promise<string | undefined> {
  const { askOnce } = await import("./ask.js");
  return askOnce(process, question);
}

/** Git runs hooks and drivers in a POSIX shell everywhere. */
function quoted(word: string): string {
  return shellWord(word.replaceAll("\\", "/"));
}

function onInterrupt(process: NodeJS.Process, cleanUp: () => void): () => void {
  const handlers = SIGNALS.map((signal) => {
    const handler = () => {
      release();
      cleanUp();
      // Ends as the signal would have ended the program without us.
      process.kill(process.pid, signal);
    };
    process.on(signal, handler);
    return [signal, handler] as const;
  });
  // A fault may end the program at once.
  process.on("exit", cleanUp);
  const release = () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
    process.off("exit", cleanUp);
  };
  return release;
}
