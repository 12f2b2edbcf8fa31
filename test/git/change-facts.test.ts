import { existsSync, readdirSync } from "node:fs";
import { chmod, cp, mkdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { openHistory } from "../../src/git/open.js";
import type { CommitFact } from "../../src/model/history.js";
import { makeFolder, makeRepository, runUserGit, type TestRepository } from "../helpers/scenario.js";

const SCENARIO = {
  commits: [
    {
      name: "first",
      date: "2025-05-01T10:00:00Z",
      message: "Lay the keel",
      files: { "keel.txt": { lines: 12 }, "caf\uDCE9 \t.txt": { lines: 2 }, "flag.bin": { base64: "AAEC" } },
    },
    { name: "second", date: "2025-05-02T10:00:00Z", message: "Name it", rename: { "keel.txt": "hull.txt" } },
    { name: "third", date: "2025-05-03T10:00:00Z", message: "Plane it", files: { "hull.txt": { lines: 9 } } },
  ],
};
const NAMES = ["first", "second", "third"];

let repository: TestRepository;
let tools: string;
let folder: string;

beforeEach(async () => {
  repository = await makeRepository(SCENARIO);
  tools = await makeFolder();
  folder = join(repository.path, ".git", "blockers");
  const outer = process.env.PATH ?? "";
  const log = `case " $* " in *" diff-tree "*) echo compared >> '${tools}/log';; esac`;
  await writeFile(join(tools, "git"), `#!/bin/sh\n${log}\nPATH='${outer}' exec git "$@"\n`);
  await chmod(join(tools, "git"), 0o755);
});

/** Surveys all commits as a run of its own, and says how often git had to compare. */
async function run(cache = true, names = NAMES): Promise<{ facts: readonly CommitFact[]; compared: number }> {
  const env = { PATH: [tools, process.env.PATH].join(delimiter), HOME: tools };
  const history = await openHistory({ cwd: repository.path, env, cache });
  try {
    const commits = names.map(repository.id);
    const survey = await history.survey({ reports: ["none.md"], commits });
    const log = join(tools, "log");
    const compared = existsSync(log) ? (await readFile(log, "utf8")).split("\n").length - 1 : 0;
    await rm(log, { force: true });
    return { facts: commits.map((id) => survey.commits.get(id) ?? { state: "unknown" }), compared };
  } finally {
    await history.close();
  }
}

const stored = (): string => join(folder, "changes");

test("what a commit changed is asked of git once, and told the same ever after", async () => {
  const first = await run();
  expect(first.compared).toBe(1);
  expect(first.facts).toMatchObject([{ insertions: 14 }, { changes: [{ from: "keel.txt" }] }, { deletions: 12 }]);
  const second = await run();
  expect(second).toEqual({ facts: first.facts, compared: 0 });
  expect(readdirSync(folder)).toEqual(["changes"]);
});

test("commits that are new are compared alone, and added", async () => {
  await run(true, ["first"]);
  const { facts } = await run(false);
  expect((await run()).facts).toEqual(facts);
  expect(await run()).toEqual({ facts, compared: 0 });
});

test("facts that came along with a copy are not believed: whoever made it may have written what they like", async () => {
  const { facts } = await run();
  const { id } = repository;
  const path = await makeFolder();
  await cp(join(repository.path, ".git"), join(path, ".git"), { recursive: true, preserveTimestamps: true });
  runUserGit(path, "reset", "-q", "--hard");
  repository = { path, id };
  expect(await run()).toEqual({ facts, compared: 1 });
  expect((await run()).compared).toBe(0);
});

test("nothing is read or written unless it is wanted", async () => {
  await run(false);
  expect(existsSync(folder)).toBe(false);
  await run();
  expect((await run(false)).compared).toBe(1);
});

describe("damage is never believed", () => {
  test("each byte in its turn", async () => {
    const { facts } = await run();
    const whole = await readFile(stored());
    for (let at = 0; at < whole.length; at += 29) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      await writeFile(stored(), damaged);
      expect((await run()).facts, `byte ${at}`).toEqual(facts);
    }
  }, 120_000);

  test.each([
    ["cut short", (text: string) => text.slice(0, -20)],
    ["emptied", () => ""],
    ["rubbish", () => "\0\n\n \n{}\n"],
    ["figures of another commit", (text: string) => swapIds(text)],
    ["figures that were edited", (text: string) => text.replaceAll(",12,", ",13,")],
  ])("%s", async (_, damage) => {
    const { facts } = await run();
    const damaged = damage(await readFile(stored(), "utf8"));
    await writeFile(stored(), damaged);
    expect(await run()).toEqual({ facts, compared: 1 });
    // And it is whole again.
    expect((await run()).compared).toBe(0);
  });
});

function swapIds(text: string): string {
  const lines = text.trimEnd().split("\n");
  const ids = lines.map((line) => line.split(" ")[0] ?? "");
  return lines.map((line, at) => `${ids[(at + 1) % ids.length]}${line.slice(line.indexOf(" "))}\n`).join("");
}

test("what counts as binary may change, and the facts with it", async () => {
  const plain = await run();
  await writeFile(join(repository.path, ".gitattributes"), "hull.txt -diff\n");
  const marked = await run();
  expect(marked.compared).toBe(1);
  expect(marked.facts[2]).toMatchObject({ insertions: 0, deletions: 0 });
  await writeFile(join(repository.path, ".gitattributes"), "hull.txt diff=wood\n");
  runUserGit(repository.path, "config", "diff.wood.binary", "false");
  expect((await run()).facts).toEqual(plain.facts);
  runUserGit(repository.path, "config", "diff.wood.binary", "true");
  expect((await run()).facts).toEqual(marked.facts);
});

describe("where it cannot be kept, the run is as without", () => {
  const outside = async (): Promise<string> => {
    const path = join(await makeFolder(), "theirs");
    await writeFile(path, "theirs\n");
    return path;
  };

  test("a link in the place of the file leads nowhere", async () => {
    const { facts } = await run();
    const theirs = await outside();
    await rename(stored(), theirs);
    const before = await readFile(theirs);
    await symlink(theirs, stored());
    expect(await run()).toEqual({ facts, compared: 1 });
    expect(await readFile(theirs)).toEqual(before);
  });

  test("nor one in the place of the folder", async () => {
    const theirs = await makeFolder();
    await symlink(theirs, folder);
    const { facts } = await run();
    expect(facts).toEqual((await run(false)).facts);
    expect(readdirSync(theirs)).toEqual([]);
  });

  test("a folder in the place of the file, a file in the place of the folder", async () => {
    await mkdir(stored(), { recursive: true });
    const { facts } = await run();
    expect(readdirSync(folder)).toEqual(["changes"]);
    await rm(folder, { recursive: true });
    await writeFile(folder, "");
    expect((await run()).facts).toEqual(facts);
  });

  test("many runs at once", async () => {
    const { facts } = await run(false);
    const runs = await Promise.all(Array.from({ length: 6 }, () => run()));
    for (const one of runs) expect(one.facts).toEqual(facts);
    expect((await run()).facts).toEqual(facts);
  });

  test("what a run left that was ended is cleared away", async () => {
    await mkdir(folder);
    await writeFile(join(folder, "changes.0123.tmp"), "half");
    await run();
    expect(readdirSync(folder)).toEqual(["changes"]);
  });
});
