import { resolve } from "node:path";
import { BlockersError } from "../../errors.js";
import type { Session } from "../run/session.js";
import { displayed } from "./places.js";
import type { Kept } from "./scope.js";

/** What is said of paths that were named and are not checked. */
export interface LeftOut {
  readonly notes: readonly string[];
  readonly failures: readonly BlockersError[];
}

/**
 * Says of each path that was named, in the repository's terms and as typed, why it is not among those that are `taken`; one
 * that is nowhere to be found is a failure.
 */
export async function accountForNamed(
  session: Session,
  kept: Kept,
  named: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
): Promise<LeftOut> {
  const { cwd } = session.paths;
  const notes: string[] = [];
  const failures: BlockersError[] = [];
  for (const [path, typed] of named) {
    const shown = displayed(cwd, typed);
    if (!taken.has(path) && (await isNowhere(session, kept, path, typed)))
      failures.push(noSuchFile(kept, shown, typed));
    else if (session.skips(resolve(cwd, typed))) notes.push(`${shown}: skipped, the configuration ignores it`);
    else if (!taken.has(path)) notes.push(`${shown}: skipped, ${whyNot(kept, path)}`);
  }
  return { notes, failures };
}

/** With `--staged` nothing is: hooks hand over whatever file they like. The other options people type. */
async function isNowhere(
  { paths, history }: Session,
  { kind, changes }: Kept,
  path: string,
  typed: string,
): Promise<boolean> {
  if (kind === "staged") return false;
  const isPart = (one: string): boolean => one === path || one.startsWith(`${path}/`);
  if ([...changes.gone].some(isPart) || (await history?.trackedFiles())?.some(isPart)) return false;
  return (await paths.fs.stat(resolve(paths.cwd, typed))) === undefined;
}

/** Somebody who leaves a blank behind `--changed` means a commit, and not a path. */
function noSuchFile({ kind }: Kept, shown: string, typed: string): BlockersError {
  const hints = kind === "changed" ? [`To compare with a commit of that name, write --changed=${typed}.`] : [];
  return new BlockersError("input", `${shown}: there is no such file or directory`, hints);
}

function whyNot({ how, snapshot, changes }: Kept, path: string): string {
  if (snapshot?.links.has(path)) return "it is a symbolic link";
  return changes.changed.has(path) ? "it is no report" : `it is not ${how}`;
}
