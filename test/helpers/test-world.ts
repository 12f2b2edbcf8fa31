import { open } from "node:fs/promises";
import { devNull } from "node:os";
import type { Sink, World } from "../../src/cli/world.js";
import { BlockersError } from "../../src/errors.js";
import { nodeFileSystem } from "../../src/fs/node-file-system.js";

// No power is cut here, and waiting until a disk has written takes longer than all the rest of a run.
const handle = await open(devNull);
Object.getPrototypeOf(handle).sync = async (): Promise<void> => undefined;
await handle.close();

/** What was written, in order. */
export interface Written {
  readonly stream: "stdout" | "stderr";
  readonly text: string;
}

export interface TestWorld extends World {
  readonly written: readonly Written[];
  /** What went to stdout, as it was given. */
  readonly bytes: readonly (string | Uint8Array)[];
  /** All that went to stdout, or to stderr. */
  output(stream: Written["stream"]): string;
}

/** A world that keeps what is written, with the real disk unless told otherwise. */
export function testWorld(
  cwd: string,
  over: Partial<World> & { readonly input?: Uint8Array | string } = {},
): TestWorld {
  const { input = "", ...rest } = over;
  const written: Written[] = [];
  const bytes: (string | Uint8Array)[] = [];
  const sink = (stream: Written["stream"]): Sink => ({
    write: (text) => {
      written.push({ stream, text: Buffer.from(text).toString("utf8") });
      if (stream === "stdout") bytes.push(text);
    },
    isTTY: false,
    columns: undefined,
  });
  return {
    cwd,
    env: { PATH: process.env.PATH, SYSTEMROOT: process.env.SYSTEMROOT },
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    stdin: { isTTY: false, read: (limit) => readInput(input, limit) },
    command: "blockers",
    fs: nodeFileSystem,
    onInterrupt: () => () => undefined,
    ...rest,
    written,
    bytes,
    output: (stream) =>
      written
        .filter((one) => one.stream === stream)
        .map((one) => one.text)
        .join(""),
  };
}

function readInput(input: Uint8Array | string, limit: number): Promise<Uint8Array> {
  const bytes = Buffer.from(input);
  if (bytes.length > limit) return Promise.reject(new BlockersError("input", `is larger than ${limit} bytes`));
  return Promise.resolve(bytes);
}
