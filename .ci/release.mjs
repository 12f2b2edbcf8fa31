// Makes the release commit and its tag from a clean checkout: `npm ci && npm run release`. The commit holds what
// .ci/assemble.mjs writes, and nothing else; its parent is the source that it was made from. No branch moves and nothing
// is pushed. The same source gives the same commit: it takes its people and dates from its parent.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

function git(args, env = {}) {
  return execFileSync("git", args, { cwd: ROOT, encoding: "utf8", env: { ...process.env, ...env } }).trim();
}

function refuse(sentence) {
  process.stderr.write(`release: ${sentence}\n`);
  process.exit(2);
}

const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const tag = `v${version}`;
if (git(["status", "--porcelain"]) !== "") refuse("commit or stash first: a release is made from what is committed");
if (git(["tag", "--list", tag]) !== "") refuse(`${tag} is there already: give package.json another version`);

const scratch = mkdtempSync(join(tmpdir(), "blockers-release-"));
try {
  const tree = join(scratch, "tree");
  execFileSync(process.execPath, [join(ROOT, ".ci/assemble.mjs"), tree], { stdio: "inherit" });
  const index = {
    GIT_INDEX_FILE: join(scratch, "index"),
    GIT_WORK_TREE: tree,
    GIT_DIR: git(["rev-parse", "--absolute-git-dir"]),
  };
  execFileSync("git", ["add", "--all", "--force", "."], { cwd: tree, env: { ...process.env, ...index } });
  const written = git(["write-tree"], index);
  const [author, email, date] = git(["log", "-1", "--format=%an%n%ae%n%aI"]).split("\n");
  const people = {
    GIT_AUTHOR_NAME: author,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: author,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
  const commit = git(["commit-tree", written, "-p", "HEAD", "-m", `Release ${version}`], people);
  git(["tag", tag, commit]);
  process.stdout.write(`${tag} is ${commit}\nto publish it: git push REMOTE ${tag}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
