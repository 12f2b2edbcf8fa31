import type { FileSystem } from "../fs/file-system.js";
import type { ExitCode } from "./exit-code.js";
import type { Progress } from "./progress.js";

/** One of the two output streams. */
export interface Sink {
  /** Text goes out as UTF-8, bytes as they are. */
  write(text: string | Uint8Array): void;
  readonly isTTY: boolean;
  /** The terminal's width; undefined where there is no terminal. */
  readonly columns: number | undefined;
}

/** A report that took too much, by its path, and what of. */
export interface GivenUp {
  readonly path: string;
  readonly for: "time" | "memory";
}

/** Keeps a report that takes too much time or memory from ending more than itself. */
export interface Guard {
  /** This is a process of its own, which another one looks after. */
  readonly apart: boolean;
  /** What processes before this one gave up. */
  readonly givenUp: readonly GivenUp[];
  /** Tells which report is worked on, should the process end. */
  at(path: string): void;
  /** Runs a command line anew in a process of its own, which gives a further report up; answers with the exit code. */
  startOver(argv: readonly string[], world: World, further: GivenUp | undefined): Promise<ExitCode>;
}

/** All that the command line does to, and learns from, the world around it. */
export interface World {
  /** Absolute, links resolved. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly stdin: {
    readonly isTTY: boolean;
    /** Everything up to the end; raises an input error past `limit` bytes. */
    read(limit: number): Promise<Uint8Array>;
  };
  /** Asks the person at the terminal; undefined once there is nobody to answer any more. Absent without a terminal. */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined;
  /** Absent where nobody waits. */
  readonly progress?: Progress | undefined;
  /** How a shell runs this program again. */
  readonly command: string;
  readonly fs: FileSystem;
  /** Absent where reports may take what they will. */
  readonly guard?: Guard | undefined;
  /** Runs `cleanUp`, which may not wait for anything, when the program is interrupted; the answer takes that back. */
  onInterrupt(cleanUp: () => void): () => void;
}
