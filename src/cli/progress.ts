import type { OnProgress } from "../model/progress.js";
import type { Sink, World } from "./world.js";

/** A line on a terminal that says how far the work is. */
export interface Progress {
  readonly tell: OnProgress;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

/** The time in milliseconds from some moment on, and what is to be done when some have passed. */
export interface Clock {
  now(): number;
  /** Does not keep the program from ending. */
  after(milliseconds: number, act: () => void): void;
}

/** Work that takes less is not spoken of. */
const SHORT = 1000;
/** Between two changes of the line. */
const PAUSE = 100;

/** Progress on stderr, where that is a terminal that can take a line back, and somebody sits at it. */
export function createProgress(stderr: Sink, env: World["env"], clock: Clock): Progress {
  let next = clock.now() + SHORT;
  let shown = 0;
  let waits = false;
  let latest: { readonly done: number; readonly total: number; readonly what: string } | undefined;

  const clear = (): void => {
    if (shown > 0) stderr.write(`\r${" ".repeat(shown)}\r`);
    shown = 0;
  };
  const draw = (): void => {
    // Asked late: opening the stream takes time.
    if (latest === undefined || !isWatched(stderr, env)) return;
    const { done, total, what } = latest;
    const text = `${grouped(done)} of ${grouped(total)} ${what}`.slice(0, Math.max(0, (stderr.columns ?? 0) - 1));
    stderr.write(`\r${text.padEnd(shown)}`);
    shown = Math.max(text.length, shown);
    latest = undefined;
    next = clock.now() + PAUSE;
  };
  return {
    clear() {
      latest = undefined;
      clear();
    },
    tell(done, total, what) {
      latest = { done, total, what };
      const left = next - clock.now();
      if (left <= 0) return draw();
      if (waits) return;
      // Work that waits for git tells nothing meanwhile.
      waits = true;
      clock.after(left, () => {
        waits = false;
        draw();
      });
    },
  };
}

/** "12,345". */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

function isWatched({ isTTY, columns }: Sink, { CI, TERM }: World["env"]): boolean {
  return isTTY && columns !== undefined && TERM !== "dumb" && (CI === undefined || CI === "" || CI === "false");
}

/** The same sink, before whose texts the line is taken away. */
export function clearing(sink: Sink, progress: Progress): Sink {
  return {
    write(text) {
      progress.clear();
      sink.write(text);
    },
    get isTTY() {
      return sink.isTTY;
    },
    get columns() {
      return sink.columns;
    },
  };
}
