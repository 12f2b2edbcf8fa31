import type { Range } from "../model/range.js";
import type { Judgement } from "./evaluate.js";
import { type GitContext, shortId } from "./git-context.js";
import { resolveInTree } from "./resolve-path.js";

/** A cited file that is not what it was when its report was last written. */
export interface ChangedFile {
  /** Repository-relative, as it is now or as it was. */
  readonly path: string;
  readonly range: Range;
  /** The short id of the commit that last wrote the report. */
  readonly since: string;
}

/** Compares what a report cites at its own commit with what is there now; no further question to git. */
export function changedFiles(judgements: readonly Judgement[], git: GitContext): ChangedFile[] {
  const then = git.moments.find((m) => m.kind === "report");
  const now = git.moments.find((m) => ["worktree", "index", "as-of", "head"].includes(m.kind));
  if (!then?.commit || !now) return [];
  const since = shortId(then.commit);
  const changed = judgements.flatMap(({ claim }): ChangedFile[] => {
    if (claim.kind !== "path") return [];
    const [path] = resolveInTree(claim.path, then.tree, git);
    const before = path === undefined ? undefined : then.tree.files.get(path);
    const after = path === undefined ? undefined : (now.tree.staged ?? now.tree.files).get(path);
    return path === undefined || path === git.reportPath || before === after
      ? []
      : [{ path, range: claim.range, since }];
  });
  return [...new Map(changed.map((file) => [file.path, file])).values()];
}
