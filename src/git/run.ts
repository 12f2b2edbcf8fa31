import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { BlockersError } from "../errors.js";
import { FIXED_ARGUMENTS, type GitPlace } from "./environment.js";
import { GIT_OUTPUT_CAP, GIT_SECOND_TIMEOUT_MS, GIT_TIMEOUT_MS, MIN_GIT, STDERR_CAP } from "./limits.js";
import { patience } from "./patience.js";

/** How a git process ended. `stopped`: the reader had enough. */
export interface GitEnd {
  readonly outcome: "ended" | "stopped" | "timed-out" | "too-large";
  readonly code: number | undefined;
  readonly stderr: string;
}

/** Input, limits and the receiver of one git process. */
export interface GitStream {
  readonly input?: string | undefined;
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
  /** The time counts from the last output: so much may be asked that the whole takes long. */
  readonly patient?: boolean;
  /** Without its answer less can be told, and nothing wrong: where git was silent before, it is not waited for as long again. */
  readonly dispensable?: boolean;
  /** Receives the output piece by piece; `true` ends the process. */
  readonly onData: (chunk: Buffer) => boolean;
}

/** Where git did not answer in time. */
const silent = new WeakSet<GitPlace>();

/** Starts git with the fixed arguments and no shell; errors arrive as events of the process, or are raised at once. */
export function startGit(place: GitPlace, args: readonly string[]): ChildProcessWithoutNullStreams {
  const child = spawned(() =>
    spawn("git", [...FIXED_ARGUMENTS, ...args], {
      cwd: place.cwd,
      env: place.env,
      stdio: "pipe",
      shell: false,
      windowsHide: true,
    }),
  );
  // A process that ended early has said why on stderr or by its exit code; the broken pipe adds nothing.
  child.stdin.on("error", () => undefined);
  return child;
}

function spawned<T>(start: () => T): T {
  try {
    return start();
  } catch (error) {
    throw cannotStart(error);
  }
}

/** The error for a git that could not be started at all. */
export function cannotStart(cause: unknown): BlockersError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code !== "" && code !== "ENOENT") {
    return new BlockersError("git", `git could not be started (${code})`, ["run it again, or with --no-git"], {
      cause,
    });
  }
  return new BlockersError(
    "git",
    "git could not be started",
    [`install git ${MIN_GIT} or newer and make sure it is on the PATH, or run with --no-git`],
    { cause },
  );
}

/** Whether the error of {@link runGit} says that there is no git. */
export function isMissingGit(error: unknown): error is BlockersError {
  if (!(error instanceof BlockersError) || !(error.cause instanceof Error)) return false;
  return "code" in error.cause && error.cause.code === "ENOENT";
}

/** Runs git and hands its output on as it comes; resolves however it ends, rejects only when git cannot be started. */
export function streamGit(place: GitPlace, args: readonly string[], stream: GitStream): Promise<GitEnd> {
  const child = startGit(place, args);
  const maxBytes = stream.maxBytes ?? GIT_OUTPUT_CAP;
  let received = 0;
  let stderr = "";
  return new Promise((resolve, reject) => {
    const abandon = (): void => {
      wait.end();
      child.kill("SIGKILL");
      // A grandchild may keep the pipes open; nobody listens any more.
      for (const pipe of [child.stdout, child.stderr]) pipe.removeAllListeners("data").destroy();
    };
    const cut = (outcome: GitEnd["outcome"]): void => {
      abandon();
      resolve({ outcome, code: undefined, stderr });
    };
    const limit = stream.dispensable && silent.has(place) ? GIT_SECOND_TIMEOUT_MS : GIT_TIMEOUT_MS;
    const wait = patience(stream.timeoutMs ?? limit, () => {
      silent.add(place);
      cut("timed-out");
    });
    child.on("error", (error) => {
      wait.end();
      reject(cannotStart(error));
    });
    child.on("close", (code, signal) => {
      wait.end();
      // We have resolved before we end it; what somebody else ended has told nothing.
      if (signal !== null) reject(endedBy(signal));
      resolve({ outcome: "ended", code: code ?? undefined, stderr });
    });
    child.stderr.on("data", (chunk: Buffer) => {
      if (stderr.length < STDERR_CAP) stderr += chunk.toString("utf8");
    });
    child.stdout.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (stream.patient) wait.refresh();
      try {
        if (received > maxBytes) cut("too-large");
        else if (stream.onData(chunk)) cut("stopped");
      } catch (error) {
        abandon();
        reject(error);
      }
    });
    child.stdin.end(stream.input ?? "");
  });
}

/** Runs git to its end and returns everything it printed; rejects only when git cannot be started. */
export async function runGit(
  place: GitPlace,
  args: readonly string[],
  input?: string,
): Promise<GitEnd & { readonly stdout: Buffer }> {
  const chunks: Buffer[] = [];
  const onData = (chunk: Buffer): boolean => {
    chunks.push(chunk);
    return false;
  };
  const end = await streamGit(place, args, { input, onData });
  return { ...end, stdout: Buffer.concat(chunks) };
}

function endedBy(signal: NodeJS.Signals): BlockersError {
  return new BlockersError("git", `git was ended by ${signal} before it had answered`, [
    "run it again, or with --no-git to go on without it",
  ]);
}

/** Raises a git error where git failed; in a partial clone it may, for want of objects. */
export function requireSound({ partial }: { readonly partial: boolean }, task: string, end: GitEnd): void {
  if (end.outcome === "ended" && end.code !== 0 && !partial) throw gitFailure(task, end);
}

/** Turns a git process that did not end well into the error to raise. */
export function gitFailure(task: string, end: GitEnd): BlockersError {
  const why =
    end.outcome === "timed-out"
      ? "it did not answer in time"
      : end.outcome === "too-large"
        ? "its answer is too large"
        : firstLine(end);
  return new BlockersError("git", `git could not ${task}: ${why}`, [
    "check the repository with `git fsck`, or run with --no-git",
  ]);
}

function firstLine(end: GitEnd): string {
  const line = end.stderr.split("\n", 1)[0]?.replace(/^(fatal|error): /, "");
  return line === undefined || line === "" ? `exit code ${end.code ?? "unknown"}` : line;
}
