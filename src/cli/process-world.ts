import { createInterface } from "node:readline";
import { nodeFileSystem } from "../fs/node-file-system.js";
import { errorCode } from "../fs/read-error.js";
import { readStream } from "../fs/read-stream.js";
import { ExitCode } from "./exit-code.js";
import { complainOf } from "./notices.js";
import { safeForRunner } from "./outputs/safe-in-log.js";
import { shellWord } from "./shell-word.js";
import type { Sink, World } from "./world.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The real world of a Node process, which from now on ends with exit code 2 on an error that nobody caught. */
export function processWorld(process: NodeJS.Process): World {
  const world = worldOf(process);
  process.on("uncaughtException", (error) => {
    complainOf(safeForRunner(world), error, process.env.BLOCKERS_DEBUG === "1" || process.argv.includes("--debug"));
    process.exit(ExitCode.Failed);
  });
  return world;
}

function worldOf(process: NodeJS.Process): World {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: sink(process, process.stdout),
    stderr: sink(process, process.stderr),
    stdin: {
      get isTTY() {
        return process.stdin.isTTY === true;
      },
      read: (limit) => readStream(process.stdin, limit),
    },
    ask: process.stdin.isTTY === true ? (question) => askOnce(process, question) : undefined,
    command: [process.execPath, process.argv[1] ?? ""].map(quoted).join(" "),
    fs: nodeFileSystem,
    onInterrupt: (cleanUp) => onInterrupt(process, cleanUp),
  };
}

function sink(process: NodeJS.Process, stream: NodeJS.WriteStream): Sink {
  stream.on("error", (error) => {
    // The reader has gone (`| head`): what it no longer wants is dropped, and the exit code still says what was found.
    if (errorCode(error) === "EPIPE") return;
    // Half an answer must not look like a whole one.
    if (stream !== process.stderr) {
      process.stderr.write(`blockers: the output could not be written (${errorCode(error) ?? error.message})\n`);
    }
    process.exit(ExitCode.Failed);
  });
  return {
    write: (text) => {
      stream.write(text);
    },
    isTTY: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

/** Git runs hooks and drivers in a POSIX shell everywhere. */
function quoted(word: string): string {
  return shellWord(word.replaceAll("\\", "/"));
}

/** A question on stderr, so that stdout stays free for what is asked for; undefined when the input has ended. */
function askOnce(process: NodeJS.Process, question: string): Promise<string | undefined> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((settle) => {
    reader.once("close", () => settle(undefined));
    reader.question(question, (answer) => {
      settle(answer);
      reader.close();
    });
  });
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
