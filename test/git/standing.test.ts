import { existsSync } from "node:fs";
import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { openHistory } from "../../src/git/open.js";
import type { FoundCommit, Places } from "../../src/model/history.js";
import { makeFolder, makeRepository, runUserGit, type TestRepository } from "../helpers/scenario.js";

const day = (n: number): string => `2025-06-${String(n).padStart(2, "0")}T12:00:00Z`;
const file = (n: number) => ({ [`f${n}`]: { lines: n } });

const SCENARIO = {
  commits: [
    { name: "base", date: day(1), message: "Base", files: file(1) },
    { name: "lost", date: day(3), message: "Nothing keeps this one", files: file(2) },
    { name: "side", parent: "base", date: day(3), message: "On the side", files: file(3) },
    { name: "good", parent: "base", date: day(4), message: "Good", files: file(4) },
    // Its clock was far behind.
    { name: "late", date: day(2), message: "Late", files: file(5) },
    { name: "undo", date: day(6), message: "Undo\n\nThis reverts commit {{good}}.", files: file(6) },
  ],
  refs: { "refs/heads/side": "side" },
};

async function verbs(repository: TestRepository, tools: string, names: readonly string[]) {
  const log = join(tools, "log");
  const outer = process.env.PATH ?? "";
  await writeFile(join(tools, "git"), `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\nPATH='${outer}' exec git "$@"\n`);
  await chmod(join(tools, "git"), 0o755);
  const env = { PATH: [tools, outer].join(delimiter), HOME: tools };
  const history = await openHistory({ cwd: repository.path, env, cache: true });
  try {
    const ids = names.map(repository.id);
    const { commits } = await history.survey({ reports: [], commits: ids, compared: [] });
    const found = ids.map((id) => commits.get(id)).filter((fact): fact is FoundCommit => fact?.state === "found");
    await rm(log);
    const places: Places = await history.places({ commits: found, subjects: [], branches: [] });
    const lines = existsSync(log) ? (await readFile(log, "utf8")).trim().split("\n") : [];
    return { places, walks: lines.filter((line) => / (log|rev-list) /.test(line)).length };
  } finally {
    await history.close();
  }
}

test("one walk tells where commits stand, and none the next time", async () => {
  const repository = await makeRepository(SCENARIO);
  const tools = await makeFolder();
  const first = await verbs(repository, tools, ["base", "good", "late"]);
  expect([...first.places.reachable.values()]).toEqual([true, true, true]);
  expect(first.places.reverts.get(repository.id("good"))?.id).toBe(repository.id("undo"));
  expect(first.places.reverts.size).toBe(1);
  expect(first.walks).toBe(1);
  const again = await verbs(repository, tools, ["good", "late"]);
  expect(again.walks).toBe(0);
  expect(again.places.reverts).toEqual(first.places.reverts);
});

test("what was found below one tip says nothing of another", async () => {
  const repository = await makeRepository(SCENARIO);
  const tools = await makeFolder();
  await verbs(repository, tools, ["base", "good"]);
  runUserGit(repository.path, "checkout", "-q", "side");
  const { places, walks } = await verbs(repository, tools, ["base", "good"]);
  expect(walks).toBe(1);
  expect(places.reverts.size).toBe(0);
  expect(places.reachable.get(repository.id("good"))).toBe(true);
});

test("a commit on another branch is never taken for an ancestor, and a lost one never for a kept one", async () => {
  const repository = await makeRepository(SCENARIO);
  const tools = await makeFolder();
  const names = ["side", "lost", "good"];
  for (const run of [1, 2]) {
    const { reachable } = (await verbs(repository, tools, names)).places;
    expect([...reachable.values()], `run ${run}`).toEqual([true, false, true]);
  }
  runUserGit(repository.path, "branch", "-q", "-D", "side");
  expect([...(await verbs(repository, tools, names)).places.reachable.values()]).toEqual([false, false, true]);
});

test("a commit behind one whose clock was wrong is found all the same", async () => {
  const repository = await makeRepository(SCENARIO);
  // From "undo" back only "late" leads on, and that is older than what is asked for.
  const { places } = await verbs(repository, await makeFolder(), ["good"]);
  expect(places.reachable.get(repository.id("good"))).toBe(true);
});
