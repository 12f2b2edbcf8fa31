import { BlockersError } from "../../errors.js";
import type { FileSystem } from "../../fs/file-system.js";
import { storedFiles } from "../../fs/stored-files.js";
import type { History } from "../../model/history.js";
import type { Changes, Snapshot } from "../../model/snapshot.js";

/** The options that keep a run to what changed. */
export interface ScopeOptions {
  /** `--staged`. */
  readonly staged?: boolean;
  /** `--changed[=REF]`; "" where no REF is given. */
  readonly changed?: string | true;
  /** `--base REV`. */
  readonly base?: string;
  /** `--head REV`. */
  readonly head?: string;
}

type Scope =
  | { readonly kind: "staged" }
  | { readonly kind: "changed"; readonly since: string | undefined }
  | { readonly kind: "between"; readonly base: string; readonly head: string };

/** What a run is kept to, and where its files are read from. */
export interface Kept {
  readonly kind: Scope["kind"];
  readonly changes: Changes;
  /** Where the files come from; undefined for the disk. */
  readonly snapshot: Snapshot | undefined;
  /** "staged", "changed since 1a2b3c4". */
  readonly how: string;
  /** Of the commit judged, for `--head`. */
  readonly asOf: string | undefined;
}

/** What the options say of it; undefined where they say nothing. Raises a usage error for what does not go together. */
export function scopeOf(options: ScopeOptions & { readonly git: boolean; readonly asOf?: string }): Scope | undefined {
  const { staged, changed, base, head } = options;
  if (head !== undefined && base === undefined) {
    throw usage("--head says which side of a comparison is judged, so it needs --base");
  }
  const given = [staged && "--staged", changed !== undefined && "--changed", base !== undefined && "--base"].filter(
    (name) => typeof name === "string",
  );
  const [only] = given;
  if (only === undefined) return undefined;
  const beside = given[1] ?? (options.asOf === undefined ? undefined : "--as-of");
  if (beside !== undefined) throw usage(`${only} and ${beside} cannot be used together`);
  if (!options.git) throw usage(`${only} asks git what changed, and cannot be used with --no-git`);
  if (staged) return { kind: "staged" };
  if (base !== undefined) return { kind: "between", base, head: head ?? "HEAD" };
  return { kind: "changed", since: changed === true || changed === "" ? undefined : changed };
}

/** Asks what changed. Raises a usage error for what names no commit, and a git error where it cannot be told. */
export async function keepTo(scope: Scope, history: History): Promise<Kept> {
  if (scope.kind === "staged") {
    const { snapshot, changes } = await history.staged();
    return { kind: "staged", changes, snapshot, how: "staged", asOf: undefined };
  }
  if (scope.kind === "changed") {
    const { changes, base } = await history.changedSince(scope.since);
    return { kind: "changed", changes, snapshot: undefined, how: `changed since ${short(base)}`, asOf: undefined };
  }
  const { snapshot, changes, base, head } = await history.between(scope.base, scope.head);
  return { kind: "between", changes, snapshot, how: `changed from ${short(base)} to ${short(head)}`, asOf: head };
}

/** The history and the disk as they are seen where a snapshot is judged. Raises a git error without a checkout. */
export function seenFrom(
  { snapshot }: Kept,
  history: History,
  { fs, top }: { readonly fs: FileSystem; readonly top: string | undefined },
): { readonly history: History; readonly fs: FileSystem } {
  if (top === undefined) {
    throw new BlockersError("git", "what changed can be checked in a checkout only, and this is a bare repository");
  }
  if (snapshot === undefined) return { history, fs };
  return {
    history: { ...history, trackedFiles: async () => [...snapshot.files.keys()].sort() },
    fs: storedFiles(fs, { top, snapshot, readBlob: history.readBlob }),
  };
}

function short(id: string): string {
  return id.slice(0, 7);
}

function usage(message: string): BlockersError {
  return new BlockersError("usage", message);
}
