import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Environment } from "../../src/git/environment.js";
import { openHistory } from "../../src/git/open.js";
import type { Scenario } from "../../src/git/scenario.js";
import { checkReports } from "../../src/lint/check-reports.js";
import { rules } from "../../src/rules/index.js";
import { actualFindings, expectedFindings, fillIn, readReport } from "../helpers/check-text.js";
import { makeGit } from "../helpers/fake-git.js";
import { makeFolder, makeRepository, runUserGit, type TestRepository } from "../helpers/scenario.js";

const PATIENCE = { timeout: 120_000 };
const FIXTURES = new URL("../../fixtures/shapes/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FIXTURES), "utf8");
const scenario = parse(read("history.yaml")) as Scenario;
const gitRules = rules.filter((rule) => rule.git).map(({ id }) => id);
const severities = Object.fromEntries(gitRules.map((id) => [id, "warning" as const]));

/** What is asked of a repository in some shape. */
interface Shape {
  readonly cwd: string;
  readonly repository: TestRepository;
  readonly env?: Environment;
}

const make = (over: Partial<Scenario> = {}): Promise<TestRepository> => makeRepository({ ...scenario, ...over });

/** A clone by the usual protocol, from which nothing can be fetched any more. */
async function clone(...options: readonly string[]): Promise<Shape> {
  const repository = await make();
  for (const key of ["uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"])
    runUserGit(repository.path, "config", key, "true");
  const folder = await makeFolder();
  runUserGit(folder, "clone", "-q", ...options, `file://${repository.path}`, "clone");
  renameSync(repository.path, `${repository.path}-gone`);
  return { cwd: join(folder, "clone"), repository };
}

/** The repository as it was made, with something done to it. */
async function made(change: (repository: TestRepository) => void, over?: Partial<Scenario>): Promise<Shape> {
  const repository = await make(over);
  change(repository);
  return { cwd: repository.path, repository };
}

const nothing = (): void => undefined;
const forged = (name: string, date: string) => ({ name, date, message: `At ${date}`, files: { [name]: "x\n" } });

/** By how much of the history can be told: all of it; all that a clone is given; not all. */
const WHOLE: readonly (readonly [string, () => Promise<Shape>])[] = [
  ["as it is", () => made(nothing)],
  ["ids of SHA-256", () => made(nothing, { objectFormat: "sha256" })],
  ["replaced commits", () => made(({ path, id }) => void runUserGit(path, "replace", "--graft", id("no-fog")))],
  [
    "grafts",
    () =>
      made(({ path, id }) => {
        mkdirSync(join(path, ".git", "info"), { recursive: true });
        writeFileSync(join(path, ".git", "info", "grafts"), `${id("no-fog")}\n`);
      }),
  ],
  [
    "a sparse checkout",
    () =>
      made(({ path }) => {
        runUserGit(path, "sparse-checkout", "set", "test");
      }),
  ],
  [
    "commits of 1970 and of 2099",
    () =>
      made(nothing, {
        commits: [...scenario.commits, forged("early", "1970-01-02"), forged("late", "2099-01-01")],
      }),
  ],
  [
    "a linked worktree with a detached HEAD",
    async () => {
      const { repository } = await made(nothing);
      const cwd = join(await makeFolder(), "linked");
      runUserGit(repository.path, "worktree", "add", "-q", "--detach", cwd, "HEAD");
      return { cwd, repository };
    },
  ],
];

const CLONED: readonly (readonly [string, () => Promise<Shape>])[] = [
  ["a clone without tags", () => clone("--no-tags")],
  ["a clone of one branch", () => clone("--single-branch", "--branch=main")],
  ["a mirror beside its checkout", () => clone("--no-local")],
];

const PARTLY: readonly (readonly [string, () => Promise<Shape>])[] = [
  ["depth 1", () => clone("--depth=1")],
  ["depth 5", () => clone("--depth=5", "--no-single-branch")],
  ["without blobs", () => clone("--filter=blob:none")],
  ["without trees", () => clone("--filter=tree:0")],
  ["a branch without a commit", () => made(({ path }) => void runUserGit(path, "checkout", "-q", "--orphan", "new"))],
  [
    "no repository",
    async () => {
      const [{ path, ...repository }, cwd] = [await make(), await makeFolder()];
      for (const name of ["src", "test", "LICENCE"]) cpSync(join(path, name), join(cwd, name), { recursive: true });
      return { cwd, repository: { path, ...repository } };
    },
  ],
  [
    "another owner",
    async () => {
      const shape = await made(nothing);
      return { ...shape, env: await makeGit("export GIT_TEST_ASSUME_DIFFERENT_OWNER=1") };
    },
  ],
];

/** Checks a report of the fixtures as people do: against the files on disk. */
async function check({ cwd, repository, env }: Shape, name: string, path = "STATUS.md") {
  const report = readReport(fillIn(read(name), repository), path);
  const history = await openHistory({ cwd, env });
  try {
    const [checked] = await checkReports([report], { history, severities });
    if (checked === undefined) throw new Error("nothing was checked");
    const kinds = checked.judgements.map(({ claim, verdict }) => [`${claim.kind} at ${claim.range.start}`, verdict]);
    return { found: actualFindings(checked.result.diagnostics), verdicts: new Map(kinds as [string, Verdict][]) };
  } finally {
    await history.close();
  }
}

type Verdict = { readonly kind: string; readonly reason?: string };

const expected = expectedFindings(read("false.md"));
/** In a clone, a commit that no branch has is not there at all. */
const elsewhere = expected.map((finding) => finding.replace("commit-unreachable", "commit-not-found"));
/** The claims of the false report that are false. */
let lies: readonly string[];

beforeAll(async () => {
  const { verdicts } = await check(await made(nothing), "false.md");
  const isOwn = ({ kind, reason }: Verdict) => kind === "cannot-tell" && reason !== "branch-not-found";
  lies = [...verdicts].filter(([, one]) => one.kind !== "consistent" && !isOwn(one)).map(([claim]) => claim);
});

async function agreed(shape: Shape, path?: string): Promise<readonly string[]> {
  const { verdicts } = await check(shape, "false.md", path);
  return lies.filter((claim) => verdicts.get(claim)?.kind === "consistent");
}

describe("G5: shapes of a history", PATIENCE, () => {
  test("every rule that asks git is made to speak", () => {
    const spoken = new Set(expected.map((finding) => finding.split(" ")[1]));
    expect(gitRules.filter((id) => !spoken.has(id))).toEqual([]);
    expect(lies.length).toBeGreaterThanOrEqual(gitRules.length - 1);
  });

  describe.each(WHOLE)("%s", (_, shape) => {
    test("all that is true is found so, and all that is false", async () => {
      const made = await shape();
      const { found, verdicts } = await check(made, "true.md");
      expect(found).toEqual([]);
      const untold = [...verdicts.values()].filter(({ kind }) => kind === "cannot-tell");
      expect(untold.map(({ reason }) => reason)).toEqual(["not-measurable", "not-measurable"]);
      expect((await check(made, "false.md")).found).toEqual(expected);
      expect(await agreed(made)).toEqual([]);
    });
  });

  describe.each(CLONED)("%s", (_, shape) => {
    test("nothing that is true is said to be wrong, and nothing that is false to agree", async () => {
      const made = await shape();
      expect((await check(made, "true.md")).found).toEqual([]);
      const { found } = await check(made, "false.md");
      expect([...expected, ...elsewhere]).toEqual(expect.arrayContaining(found));
      // Of branches that were not fetched nothing is said.
      expect(found.length).toBeGreaterThanOrEqual(expected.length - 1);
      expect(await agreed(made)).toEqual([]);
    });
  });

  describe.each(PARTLY)("%s", (_, shape) => {
    test("nothing that is true is said to be wrong, and nothing that is false to agree", async () => {
      const made = await shape();
      expect((await check(made, "true.md")).found).toEqual([]);
      expect([...expected, ...elsewhere]).toEqual(expect.arrayContaining((await check(made, "false.md")).found));
      expect(await agreed(made)).toEqual([]);
    });
  });

  test("the folder of a submodule that is not checked out is not judged by the repository around it", async () => {
    const library = await make();
    const project = await makeRepository({ commits: [forged("readme", "2025-04-01")] });
    const add = ["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.path, "lib"];
    runUserGit(project.path, ...add);
    runUserGit(project.path, "commit", "-q", "-m", "Add the library");
    runUserGit(project.path, "submodule", "deinit", "-q", "-f", "lib");
    const shape = { cwd: join(project.path, "lib"), repository: library };
    expect((await check(shape, "true.md", "lib/STATUS.md")).found).toEqual([]);
    expect(await agreed(shape, "lib/STATUS.md")).toEqual([]);
  });
});
