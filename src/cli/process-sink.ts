import { fstatSync, statSync, writeSync } from "node:fs";
import { errorCode } from "../fs/read-error.js";
import { ExitCode } from "./exit-code.js";
import type { Sink } from "./world.js";

type Name = "stdout" | "stderr";

const DESCRIPTOR: Readonly<Record<Name, number>> = { stdout: 1, stderr: 2 };

/**
 * One of a process's streams. Node's own is opened only where it is a terminal, or something that has to be waited for: that
 * alone takes longer than all that is said in most runs.
 */
export function processSink(process: NodeJS.Process, name: Name): Sink {
  let opened: Sink | undefined;
  const open = (): Sink => {
    opened ??= isPlain(process, DESCRIPTOR[name]) ? plainSink(process, name) : streamSink(process, name);
    return opened;
  };
  return {
    write: (text) => open().write(text),
    get isTTY() {
      return open().isTTY;
    },
    get columns() {
      return open().columns;
    },
  };
}

/** A file, a pipe, or nowhere: what can be written to at once, and is no terminal. */
function isPlain({ platform }: NodeJS.Process, descriptor: number): boolean {
  if (platform === "win32") return false;
  try {
    const found = fstatSync(descriptor);
    if (found.isFile() || found.isFIFO() || found.isSocket()) return true;
    return found.isCharacterDevice() && found.rdev === statSync("/dev/null").rdev;
  } catch {
    return false;
  }
}

function plainSink(process: NodeJS.Process, name: Name): Sink {
  let stream: Sink | undefined;
  let gone = false;
  const write = (text: string | Uint8Array): void => {
    if (gone) return;
    if (stream) stream.write(text);
    else {
      const left = writeNow(process, name, Buffer.from(text));
      if (left === undefined) gone = true;
      else if (left.length > 0) {
        // Whoever reads is slow, and the pipe is one that does not wait.
        stream = streamSink(process, name);
        stream.write(left);
      }
    }
  };
  return { write, isTTY: false, columns: undefined };
}

/** Answers with what could not be written at once; undefined where nobody reads any more. */
function writeNow(process: NodeJS.Process, name: Name, bytes: Uint8Array): Uint8Array | undefined {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(DESCRIPTOR[name], bytes, done);
    return new Uint8Array();
  } catch (error) {
    if (errorCode(error) === "EAGAIN") return bytes.subarray(done);
    refuse(process, name, error);
    return undefined;
  }
}

function streamSink(process: NodeJS.Process, name: Name): Sink {
  const stream = process[name];
  stream.on("error", (error) => refuse(process, name, error));
  return {
    write: (text) => {
      stream.write(text);
    },
    isTTY: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

/** The end of a process that cannot say what it has to say, if not because nobody listens. */
function refuse(process: NodeJS.Process, name: Name, error: unknown): void {
  // The reader has gone (`| head`): what it no longer wants is dropped, and the exit code still says what was found.
  if (errorCode(error) === "EPIPE") return;
  // Half an answer must not look like a whole one.
  if (name !== "stderr") {
    const why = errorCode(error) ?? (error instanceof Error ? error.message : String(error));
    process.stderr.write(`blockers: the output could not be written (${why})\n`);
  }
  process.exit(ExitCode.Failed);
}
