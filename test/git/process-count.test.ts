import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { openHistory } from "../../src/git/open.js";
import type { Scenario } from "../../src/git/scenario.js";
import { makeFolder, makeRepository } from "../helpers/scenario.js";

/** A history of so many commits, each with a report and a file of its own. */
function grow(size: number): Scenario {
  const commits = Array.from({ length: size }, (_, index) => ({
    name: `c${index}`,
    date: new Date(Date.UTC(2025, 0, 1) + index * 86_400_000).toISOString(),
    message: `Commit ${index}`,
    files: { [`docs/R${index}.md`]: `# Report ${index}\n`, [`src/f${index}.ts`]: { lines: index + 1 } },
  }));
  return { commits };
}

/** Asks everything once and returns the verbs git was started with. */
async function verbsOf(size: number, reports: number): Promise<readonly string[]> {
  const { path, id } = await makeRepository(grow(size));
  const folder = await makeFolder();
  const log = join(folder, "log");
  const outer = process.env.PATH ?? "";
  await writeFile(join(folder, "git"), `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\nPATH='${outer}' exec git "$@"\n`);
  await chmod(join(folder, "git"), 0o755);
  const history = await openHistory({ cwd: path, env: { PATH: [folder, outer].join(delimiter), HOME: folder } });
  const names = Array.from({ length: size }, (_, index) => index);
  const survey = await history.survey({
    reports: names.slice(0, reports).map((index) => `docs/R${index}.md`),
    commits: names.map((index) => id(`c${index}`).slice(0, 10)),
  });
  expect([...survey.commits.values()].every(({ state }) => state === "found")).toBe(true);
  expect(survey.lastChanges.size).toBe(reports);
  const trees = [...survey.moments.values()].flat().map(({ tree }) => tree);
  expect((await history.countLines(trees.flatMap(({ files }) => [...files.values()]))).size).toBeGreaterThan(size);
  await history.everExisted(
    names.map((index) => `never/${index}`),
    [...survey.commits.keys()],
  );
  await history.trackedFiles();
  const versions = await history.versions([...survey.moments.keys()], undefined, 2);
  expect([...versions.values()].every((list) => list.length === 1)).toBe(true);
  const blobs = [...survey.commits.values()].flatMap((fact) => (fact.state === "found" ? (fact.changes ?? []) : []));
  expect((await history.readTexts(blobs.flatMap(({ after }) => after ?? []))).size).toBeGreaterThan(size);
  await history.close();
  const lines = (await readFile(log, "utf8")).trim().split("\n");
  await rm(log);
  return lines.map((line) => VERBS.find((verb) => line.split(" ").includes(verb)) ?? line).sort();
}

/** A history in which one file grows. */
function lengthen(size: number): Scenario {
  const commits = Array.from({ length: size }, (_, index) => ({
    name: `c${index}`,
    date: new Date(Date.UTC(2025, 0, 1) + index * 3_600_000).toISOString(),
    message: `Commit ${index}`,
    files: { log: { lines: index + 1 } },
  }));
  return { commits };
}

test.each([3, 450])(
  "%i commits, compared or not, cost no more processes than four and one for each processor",
  async (size) => {
    const { path, id } = await makeRepository(lengthen(size));
    const folder = await makeFolder();
    const log = join(folder, "log");
    const outer = process.env.PATH ?? "";
    await writeFile(join(folder, "git"), `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\nPATH='${outer}' exec git "$@"\n`);
    await chmod(join(folder, "git"), 0o755);
    const env = { PATH: [folder, outer].join(delimiter), HOME: folder };
    const commits = Array.from({ length: size }, (_, index) => id(`c${index}`).slice(0, 10));
    const run = async (compared: readonly string[]): Promise<number> => {
      await writeFile(log, "");
      const history = await openHistory({ cwd: path, env, cache: true });
      await history.begin(undefined);
      const survey = await history.survey({ reports: ["NEW.md"], commits, compared });
      const found = [...survey.commits.values()].filter((fact) => fact.state === "found");
      expect(found).toHaveLength(size);
      const { reachable } = await history.places({ commits: found, subjects: [], branches: [] });
      expect([...reachable.values()].filter(Boolean)).toHaveLength(size);
      await history.close();
      return (await readFile(log, "utf8")).trim().split("\n").length;
    };
    expect(await run([])).toBe(4);
    await rm(join(path, ".git", "blockers"), { recursive: true });
    expect(await run(commits)).toBeLessThanOrEqual(4 + availableParallelism());
    // Where it is, what is there now, and which objects: these may change.
    expect(await run(commits)).toBe(3);
  },
);

const VERBS = ["rev-parse", "cat-file", "diff-tree", "log", "ls-files"];

test("G10: the number of git processes does not grow with the questions", async () => {
  const few = await verbsOf(3, 1);
  expect(few).toEqual(["cat-file", "diff-tree", "log", "log", "log", "ls-files", "rev-parse"]);
  expect(await verbsOf(60, 1)).toEqual(few);
  expect(await verbsOf(60, 50)).toEqual(few);
});
