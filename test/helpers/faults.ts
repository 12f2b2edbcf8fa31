import childProcess, { type ChildProcess } from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

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
}

export type Kind = "disk" | "git";

/** For the disk, what is thrown; for git, what becomes of the process. */
export type Fault = (() => unknown) | GitFault;

export type GitFault = "missing" | "refused" | "killed" | "rubbish" | "failed";

const RUBBISH = "\u0000<<< 1 2 3 none of this is git's >>>\n\u0000\n";

let armed: { kind: Kind; left: number; fault: Fault; hit: string | undefined } | undefined;

/** Whether this call is the one to fail. */
function strikes(kind: Kind, name: string): boolean {
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
    patch(fs, name, (original) =>
      Object.assign(function (this: unknown, ...args: never[]) {
        if (strikes("disk", name)) throw thrown();
        return Reflect.apply(original, this, args);
      }, original),
    );
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
        return start(process.execPath, ["-e", "process.kill(process.pid, 'SIGKILL')"]);
      case "rubbish":
        return start(process.execPath, ["-e", `process.stdout.write(${JSON.stringify(RUBBISH)})`]);
      case "failed":
        return start(process.execPath, ["-e", "process.stderr.write('fatal: broken\\n'); process.exitCode = 128"]);
    }
  });
}

patchDisk();
patchGit();
syncBuiltinESMExports();

export const faults: Faults = {
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
