import childProcess, { type ChildProcess } from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { siteOf } from "./call-sites.js";

/**
 * Lets the n-th call that reaches outside fail: of `node:fs`, `node:fs/promises`, of the methods of an open file, or of
 * `spawn`. To be imported before anything that keeps a function of these modules for itself.
 */
export interface Faults {
  /** Runs the work with a fault at the n-th call of this kind, counted from 1; `hit` names the call, if there was one. */
  during<T>(
    kind: Kind,
    at: number,
    fault: Fault,
    work: () => Promise<T>,
  ): Promise<{ result: T; hit: string | undefined }>;
  /** Runs the work without a fault, and tells from where each call of this kind came, in order. */
  trace(kind: Kind, work: () => Promise<unknown>): Promise<readonly string[]>;
}

export type Kind = "disk" | "git";

/** For the disk, what is thrown; for git, what becomes of the process. */
export type Fault = (() => unknown) | GitFault;

export type GitFault = "missing" | "refused" | "killed" | "rubbish" | "failed";

/** For `printf`. */
const RUBBISH = "\\000<<< 1 2 3 none of this is of git >>>\\n\\000\\n";

let armed: { kind: Kind; left: number; fault: Fault; hit: string | undefined } | undefined;
let traced: { kind: Kind; sites: string[] } | undefined;

/** Whether this call is the one to fail. */
function strikes(kind: Kind, name: string): boolean {
  if (traced?.kind === kind) traced.sites.push(siteOf(name));
  if (armed?.kind !== kind || armed.hit !== undefined || --armed.left > 0) return false;
  armed.hit = name;
  return true;
}

function thrown(): unknown {
  return typeof armed?.fault === "function" ? armed.fault() : new Error("no fault");
}

type Callable = (...args: never[]) => unknown;

function patch(module: object, name: string, replace: (original: Callable) => Callable): void {
  const original: unknown = Reflect.get(module, name);
  if (typeof original === "function") Reflect.set(module, name, replace(original as Callable));
}

function patchDisk(): void {
  for (const name of Object.keys(fs).filter((key) => key.endsWith("Sync"))) {
    patch(fs, name, (original) => {
      const struck = (call: Callable): Callable =>
        function (this: unknown, ...args: never[]) {
          if (strikes("disk", name)) throw thrown();
          return Reflect.apply(call, this, args);
        };
      const native: unknown = Reflect.get(original, "native");
      // `realpathSync.native` is another way to the same.
      return Object.assign(
        struck(original),
        original,
        typeof native === "function" && { native: struck(native as Callable) },
      );
    });
  }
  for (const name of Object.keys(fs.promises)) {
    patch(fs.promises, name, (original) => async (...args: never[]) => {
      if (strikes("disk", name)) throw thrown();
      const value = await Reflect.apply(original, fs.promises, args);
      return name === "open" ? openFile(value as object) : value;
    });
  }
}

function openFile(handle: object): object {
  return new Proxy(handle, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return async (...args: unknown[]) => {
        const hit = strikes("disk", `file.${String(name)}`);
        // A file is closed though the system reports a fault.
        if (hit && name !== "close") throw thrown();
        const result: unknown = await Reflect.apply(value, target, args);
        if (hit) throw thrown();
        return result;
      };
    },
  });
}

function patchGit(): void {
  patch(childProcess, "spawn", (original) => (...args: unknown[]) => {
    const [command, words, options] = args as [string, readonly string[], object];
    if (!strikes("git", `${command} ${words.find((word) => /^[a-z][a-z-]+$/.test(word)) ?? ""}`)) {
      return Reflect.apply(original, childProcess, args);
    }
    const start = (program: string, given: readonly string[]) =>
      Reflect.apply(original as (...all: unknown[]) => ChildProcess, childProcess, [program, given, options]);
    switch (armed?.fault as GitFault) {
      case "missing":
        return start("/nowhere/git", words);
      case "refused":
        throw Object.assign(new Error("spawn git EAGAIN"), { code: "EAGAIN" });
      case "killed":
        return start("sh", ["-c", "kill -KILL $$"]);
      case "rubbish":
        return start("sh", ["-c", `printf '${RUBBISH}'`]);
      case "failed":
        return start("sh", ["-c", "echo 'fatal: broken' >&2; exit 128"]);
    }
  });
}

patchDisk();
patchGit();
syncBuiltinESMExports();

export const faults: Faults = {
  async trace(kind, work) {
    const sites: string[] = [];
    traced = { kind, sites };
    try {
      await work();
      return sites;
    } finally {
      traced = undefined;
    }
  },
  async during(kind, at, fault, work) {
    armed = { kind, left: at, fault, hit: undefined };
    try {
      const result = await work();
      return { result, hit: armed.hit };
    } finally {
      armed = undefined;
    }
  },
};

/** An error as the system raises it. */
export function systemError(code: string): () => unknown {
  return () => Object.assign(new Error(`${code}: a fault, doing something`), { code });
}
