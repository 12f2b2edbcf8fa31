import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { parse } from "yaml";
import { buildScenario, type Scenario } from "../../src/git/scenario.js";

/** A repository on disk, with its commits by name. */
export interface TestRepository {
  readonly path: string;
  /** The full id of a named commit; throws for an unknown name. */
  id(name: string): string;
}

const FIXTURES = new URL("../../fixtures/history/", import.meta.url);
const created: string[] = [];

afterAll(async () => {
  await Promise.all(created.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** Makes an empty folder that is removed after the test file. */
export async function makeFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "blockers-")));
  created.push(folder);
  return folder;
}

/** Reads `fixtures/history/NAME.yaml`. */
export async function loadScenario(name: string): Promise<Scenario> {
  return parse(await readFile(new URL(`${name}.yaml`, FIXTURES), "utf8")) as Scenario;
}

/** Builds a scenario, or the fixture of that name, in a temporary folder. */
export async function makeRepository(named: Scenario | string): Promise<TestRepository> {
  const scenario = await citeCommits(typeof named === "string" ? await loadScenario(named) : named);
  const path = await makeFolder();
  const ids = await buildScenario(path, scenario);
  return {
    path,
    id: (name) => {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`no commit ${name} in the scenario`);
      return id;
    },
  };
}

/** Puts ids in the place of `{{name}}` in messages: a commit's id follows from those before it, which are built for it. */
async function citeCommits(scenario: Scenario): Promise<Scenario> {
  const commits = [...scenario.commits];
  for (const [index, commit] of commits.entries()) {
    const names = [...commit.message.matchAll(/\{\{([\w-]+)\}\}/g)].map(([, name = ""]) => name);
    if (names.length === 0) continue;
    const ids = await buildScenario(await makeFolder(), {
      ...scenario,
      refs: {},
      worktree: {},
      commits: commits.slice(0, index),
    });
    const message = names.reduce((text, name) => text.replace(`{{${name}}}`, ids.get(name) ?? name), commit.message);
    commits[index] = { ...commit, message };
  }
  return { ...scenario, commits };
}

/** Runs git as a user would, but without the user's configuration, and returns what it prints; throws when it fails. */
export function runUserGit(folder: string, ...args: readonly string[]): string {
  const { PATH = "" } = process.env;
  const person = {
    GIT_AUTHOR_NAME: "A",
    GIT_AUTHOR_EMAIL: "a@example.com",
    GIT_COMMITTER_NAME: "A",
    GIT_COMMITTER_EMAIL: "a@example.com",
  };
  const env = {
    PATH,
    HOME: folder,
    LC_ALL: "C.UTF-8",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    ...person,
  };
  return execFileSync("git", [...args], {
    cwd: folder,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}
