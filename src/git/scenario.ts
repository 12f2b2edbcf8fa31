import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { devNull } from "node:os";
import { dirname } from "node:path";
import { type SimpleGit, simpleGit } from "simple-git";
import { BlockersError } from "../errors.js";
import { encodePath } from "../model/path-bytes.js";
import { type Environment, gitEnvironment } from "./environment.js";
import { contentOf, createImportStream } from "./scenario-stream.js";

/** A file in a scenario: its text, or so many distinct lines, or bytes, or a symbolic link; null deletes it. */
export type ScenarioFile =
  | string
  | { readonly lines: number }
  | { readonly base64: string }
  | { readonly link: string }
  | null;

/** One commit of a scenario. */
export interface ScenarioCommit {
  readonly name: string;
  /** Anything `Date` can read. */
  readonly date: string;
  readonly message: string;
  readonly files?: Readonly<Record<string, ScenarioFile>>;
  /** Former path -> new path; done before `files`. */
  readonly rename?: Readonly<Record<string, string>>;
  /** The commit it builds on, by name; the one before it in the list by default, null for a new root. */
  readonly parent?: string | null;
  /** Further parents, by name. Files the first parent never had are taken over. */
  readonly merge?: readonly string[];
}

/** A small history as plain data. */
export interface Scenario {
  /** The branch HEAD is on; "main" by default. It ends at the last commit. */
  readonly branch?: string;
  readonly objectFormat?: "sha1" | "sha256";
  readonly commits: readonly ScenarioCommit[];
  /** Further refs (such as "refs/tags/v1") -> commit by name. */
  readonly refs?: Readonly<Record<string, string>>;
  /** Changes on disk that are not committed. */
  readonly worktree?: Readonly<Record<string, ScenarioFile>>;
}

const ALLOWED = ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"];

/**
 * Builds a scenario as a repository with a checkout in an existing empty folder and returns the full commit ids by name.
 * The same scenario gives the same ids everywhere. Raises an input error for a scenario that refers to an unknown commit.
 */
export async function buildScenario(
  folder: string,
  scenario: Scenario,
  outer?: Environment,
): Promise<ReadonlyMap<string, string>> {
  const { branch = "main", objectFormat = "sha1", commits, worktree = {} } = scenario;
  const stream = createImportStream(scenario);
  const git = isolatedGit(folder, stream, outer);
  await git.raw(["init", "--template=", `--initial-branch=${branch}`, `--object-format=${objectFormat}`]);
  if (commits.length > 0) {
    const printed = await git.raw(["fast-import", "--quiet", "--done", "--date-format=raw"]);
    const ids = printed.trim().split("\n");
    if (ids.length !== commits.length) throw new BlockersError("internal", `the scenario was not imported: ${printed}`);
    await git.raw(["reset", "--hard"]);
    await writeFiles(folder, worktree);
    return new Map(commits.map(({ name }, index) => [name, ids[index] ?? ""]));
  }
  await writeFiles(folder, worktree);
  return new Map();
}

/** A git that no configuration of the machine or the user reaches. */
function isolatedGit(folder: string, stream: Buffer, outer: Environment | undefined): SimpleGit {
  const { PATH = "", SYSTEMROOT } = gitEnvironment(outer);
  return simpleGit({
    baseDir: folder,
    config: ["core.autocrlf=false", "core.symlinks=true"],
    allowEnvironment: ALLOWED,
    unsafe: { allowUnsafeConfigPaths: true, allowUnsafeTemplateDir: true },
    input: (args) => (args.includes("fast-import") ? stream : undefined),
  }).env({
    PATH,
    ...(SYSTEMROOT === undefined ? {} : { SYSTEMROOT }),
    LC_ALL: "C.UTF-8",
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: "1",
  });
}

async function writeFiles(folder: string, files: Readonly<Record<string, ScenarioFile>>): Promise<void> {
  for (const [path, file] of Object.entries(files)) {
    const target = Buffer.concat([Buffer.from(`${folder}/`), encodePath(path)]);
    await mkdir(dirname(`${folder}/${path}`), { recursive: true });
    await rm(target, { force: true, recursive: true });
    if (file === null) continue;
    const { content, link } = contentOf(path, file);
    await (link ? symlink(content, target) : writeFile(target, content));
  }
}
