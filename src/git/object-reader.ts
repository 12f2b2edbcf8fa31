import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { BlockersError } from "../errors.js";
import type { LineCount } from "../model/history.js";
import { type BatchHeader, createBatchParser } from "./batch-parser.js";
import type { GitPlace } from "./environment.js";
import { GIT_TIMEOUT_MS, OBJECT_CAP, STDERR_CAP } from "./limits.js";
import { createLineCounter, type LineCounter } from "./line-counter.js";
import { notUnderstood } from "./not-understood.js";
import { type Patience, patience } from "./patience.js";
import { cannotStart, startGit } from "./run.js";

/** What git said about one name; `content` is left out above the size cap. */
export type ObjectAnswer =
  | {
      readonly state: "found";
      readonly id: string;
      readonly type: string;
      readonly content: Buffer | undefined;
      /** Of the content, however large; undefined if it is binary. */
      readonly lines: LineCount | undefined;
    }
  | { readonly state: "missing" }
  | { readonly state: "ambiguous" };

interface Request {
  readonly resolve: (answer: ObjectAnswer) => void;
  readonly reject: (error: Error) => void;
  /** Content up to this many bytes is kept. */
  readonly cap: number;
  header: Exclude<BatchHeader, { readonly state: "unreadable" }>;
  readonly chunks: Buffer[];
  readonly counter: LineCounter;
}

const HEX = /^[0-9a-f]{4,64}$/;
/** What cannot be asked, and a path in a commit or in the index, at which git may end. */
const NO_COMMIT = /[\n\0]|^(?!:\/)[^{]*:/;
/** A cap no content stays below, not even an empty one. */
const NOTHING = -1;

/** One long-lived `git cat-file --batch`, started with the first question; questions are answered in order, without waiting for each other. */
export class ObjectReader {
  readonly #place: GitPlace;
  readonly #pending: Request[] = [];
  #child: ChildProcessWithoutNullStreams | undefined;
  #wait: Patience | undefined;
  #failure: Error | undefined;
  #unsent = "";

  constructor(place: GitPlace) {
    this.#place = place;
  }

  /** Reads an object by full or abbreviated lower-case id; rejects when git ends or falls silent. */
  read(id: string, cap = OBJECT_CAP): Promise<ObjectAnswer> {
    return HEX.test(id) ? this.#ask(id, cap) : Promise.resolve({ state: "missing" });
  }

  /** As `read`, but the content is only counted, never held. */
  count(id: string): Promise<ObjectAnswer> {
    return this.read(id, NOTHING);
  }

  /** Reads the commit a revision names, as a user typed it. It reaches git on stdin, where nothing is an option. */
  readRevision(revision: string): Promise<ObjectAnswer> {
    if (revision === "" || NO_COMMIT.test(revision)) return Promise.resolve({ state: "missing" });
    return this.#ask(`${revision}^{commit}`, OBJECT_CAP);
  }

  /** Ends the process; questions still open are rejected. */
  async close(): Promise<void> {
    const child = this.#child;
    this.#fail(new BlockersError("internal", "the history was asked after it was closed"));
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once("close", () => resolve());
      child.kill();
    });
  }

  #ask(name: string, cap: number): Promise<ObjectAnswer> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      const header = { state: "missing" } as const;
      this.#pending.push({ resolve, reject, cap, header, chunks: [], counter: createLineCounter() });
      if (this.#unsent === "") queueMicrotask(() => this.#send());
      this.#unsent += `${name}\n`;
    });
  }

  #send(): void {
    if (this.#failure === undefined) {
      try {
        this.#child ??= this.#start();
      } catch (error) {
        // Nobody awaits this call: what it raises, those who ask must hear.
        return this.#fail(error instanceof Error ? error : cannotStart(error));
      }
      this.#wait ??= patience(GIT_TIMEOUT_MS, () => this.#fail(silence()));
      this.#child.stdin.write(this.#unsent);
    }
    this.#unsent = "";
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = startGit(this.#place, ["cat-file", "--batch"]);
    const parse = createBatchParser({
      onHeader: (header) => this.#onHeader(header),
      onContent: (chunk) => this.#onContent(chunk),
      onEnd: () => this.#onEnd(),
    });
    child.stdout.on("data", (chunk: Buffer) => {
      this.#wait?.refresh();
      parse(chunk);
    });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      if (stderr.length < STDERR_CAP) stderr += chunk.toString("utf8");
    });
    child.on("error", (error) => this.#fail(cannotStart(error)));
    child.on("close", () => this.#fail(unexpectedEnd(stderr)));
    return child;
  }

  #onHeader(header: BatchHeader): void {
    const request = this.#pending[0];
    if (header.state === "unreadable") this.#fail(notUnderstood("reading objects"));
    else if (request !== undefined) request.header = header;
  }

  #onContent(chunk: Buffer): void {
    const request = this.#pending[0];
    if (request?.header.state !== "found") return;
    if (request.header.size <= request.cap) request.chunks.push(chunk);
    if (request.header.type === "blob") request.counter.add(chunk);
  }

  #onEnd(): void {
    const request = this.#pending.shift();
    if (this.#pending.length === 0) {
      this.#wait?.end();
      this.#wait = undefined;
    }
    if (request === undefined) return;
    const { header, cap, chunks, counter, resolve } = request;
    if (header.state !== "found") return resolve(header);
    const content = header.size <= cap ? Buffer.concat(chunks) : undefined;
    resolve({ state: "found", id: header.id, type: header.type, content, lines: counter.result() });
  }

  #fail(error: Error): void {
    this.#wait?.end();
    this.#wait = undefined;
    this.#failure ??= error;
    for (const request of this.#pending.splice(0)) request.reject(this.#failure);
    this.#child?.kill();
  }
}

function silence(): BlockersError {
  return new BlockersError("git", "git did not answer in time while reading objects", [
    "run with --no-git to go on without it",
  ]);
}

function unexpectedEnd(stderr: string): BlockersError {
  const why =
    stderr
      .trim()
      .split("\n")
      .at(-1)
      ?.replace(/^(fatal|error): /, "") ?? "";
  return new BlockersError("git", `git ended while reading objects${why === "" ? "" : `: ${why}`}`, [
    "check the repository with `git fsck`, or run with --no-git",
  ]);
}
