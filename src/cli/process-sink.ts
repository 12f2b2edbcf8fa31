import { errorCode } from "../fs/read-error.js";
import { ExitCode } from "./exit-code.js";
import type { Sink } from "./world.js";

type Name = "stdout" | "stderr";

/** One of a process's streams, which is not opened before something is asked of it. */
export function processSink(process: NodeJS.Process, name: Name): Sink {
  let opened: Sink | undefined;
  const open = (): Sink => {
    opened ??= streamSink(process, name);
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

function streamSink(process: NodeJS.Process, name: Name): Sink {
  const stream = process[name];
  stream.on("error", (error) => {
    // The reader has gone (`| head`): what it no longer wants is dropped, and the exit code still says what was found.
    if (errorCode(error) === "EPIPE") return;
    // Half an answer must not look like a whole one.
    if (name !== "stderr") {
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
