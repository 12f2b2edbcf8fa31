import { type DiskOperations, nodeDisk } from "../../src/fs/disk-operations.js";

/** What happens in replacing a file, in order: `read` are the looks at it, the rest concerns the temporary file. */
export type Step =
  | "read"
  | "access"
  | "create"
  | "writeFile"
  | "chown"
  | "chmod"
  | "sync"
  | "close"
  | "lstat"
  | "rename"
  | "unlink"
  | "openFolder";

/** The real disk, but `before` is called at each step, with the temporary file's path once there is one, and may throw. */
export function disturbedDisk(before: (step: Step, temporary: string) => void): DiskOperations {
  let temporary = "";
  const at = async <T>(step: Step, go: () => Promise<T>): Promise<T> => {
    before(step, temporary);
    return go();
  };
  return {
    open: async (path, flags, mode) => {
      if (mode === undefined) {
        return at(path.endsWith(".md") ? "read" : "openFolder", () => nodeDisk.open(path, flags));
      }
      const handle = await at("create", () => nodeDisk.open(path, flags, mode));
      temporary = path;
      return new Proxy(handle, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name, target);
          if (typeof value !== "function") return value;
          const call = (...args: readonly unknown[]) => Promise.resolve(value.apply(target, args));
          if (name === "stat") return call;
          // A file is closed though the system reports a fault.
          if (name === "close") return () => call().finally(() => before("close", temporary));
          return (...args: readonly unknown[]) => at(name as Step, () => call(...args));
        },
      });
    },
    access: (path, mode) => at("access", () => nodeDisk.access(path, mode)),
    unlink: (path) => at("unlink", () => nodeDisk.unlink(path)),
    lstatSync: (path) => {
      before("lstat", temporary);
      return nodeDisk.lstatSync(path);
    },
    renameSync: (from, to) => {
      before("rename", temporary);
      nodeDisk.renameSync(from, to);
    },
  };
}

/** A disk on which one step fails with an error of the system. */
export function faultyDisk(step: Step, code: string): DiskOperations {
  return disturbedDisk((now) => {
    if (now === step) throw systemError(code);
  });
}

export function systemError(code: string): Error {
  return Object.assign(new Error("system text"), { code });
}
