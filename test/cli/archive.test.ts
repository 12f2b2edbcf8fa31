import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { frozenNote, frozenReports } from "../../src/cli/files/archive.js";
import { main } from "../../src/cli/main.js";
import { makeFolder } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const REPORT = (a: string, b: string, done: number): string =>
  `# Rooms\n\nDone: ${done} of 3\n\n| # | Room | Status |\n|---|---|---|\n| 1 | Kitchen | ${a} |\n| 2 | Attic | ⏳ Todo |\n| 3 | Cellar | ${b} |\n`;

/** The number that a merge of two branches leaves, each of which finished another item. */
async function merged(path: string): Promise<string | undefined> {
  const cwd = await makeFolder();
  const write = (name: string, text: string) => writeFile(join(cwd, name), text);
  await write("base", REPORT("⏳ Todo", "⏳ Todo", 0));
  await write("ours", REPORT("✅ Done", "⏳ Todo", 1));
  await write("theirs", REPORT("⏳ Todo", "✅ Done", 1));
  expect(await main(["merge-driver", "base", "ours", "theirs", "7", path], testWorld(cwd))).toBe(0);
  return /Done: (.*)/.exec(await readFile(join(cwd, "ours"), "utf8"))?.[1];
}

test("a merge computes the numbers of a current report anew, and leaves those of a frozen one to git", async () => {
  expect(await merged("docs/ROOMS-STATUS.md")).toBe("2 of 3");
  expect(await merged("docs/archive/ROOMS-STATUS.md")).toBe("1 of 3");
  expect(await merged("docs/ROOMS-2026-01-31.md")).toBe("1 of 3");
});

test("one note tells of all the frozen reports, and names some", () => {
  expect(frozenNote([])).toBeUndefined();
  expect(frozenNote(["a.md"])).toMatch(/^a\.md: not rewritten/);
  expect(frozenNote(["a", "b", "c", "d", "e", "f", "g"])).toMatch(/^7 reports .*: a, b, c, d, e and 2 more$/);
});

describe("a report looks frozen", () => {
  const looks = (path: string, shown = path): boolean =>
    frozenReports(
      { config: {}, directory: "/repo", file: undefined, shown: undefined },
      "/repo",
    )({ shown, source: { path } });

  test.each([
    ["docs/archive/STATUS.md", true],
    ["Archives/2025/STATUS.md", true],
    ["docs/ARCHIVED/STATUS.md", true],
    ["docs/STATUS-2026-01-31.md", true],
    ["docs/STATUS.md", false],
    ["docs/archiver/STATUS.md", false],
    ["docs/archive.md", false],
    ["docs/2026-01-31/STATUS.md", false],
    ["/home/ada/archive/pier/STATUS.md", false],
  ])("%s: %s", (path, frozen) => {
    expect(looks(path)).toBe(frozen);
  });
});

test("what the configuration says takes the place of how reports look", () => {
  const frozen = (archive: readonly string[], shown: string): boolean =>
    frozenReports(
      { config: { archive }, directory: "/repo", file: "/repo/blockers.yaml", shown: "blockers.yaml" },
      "/repo/docs",
    )({
      shown,
      source: { path: `docs/${shown}` },
    });
  expect(frozen(["docs/old/"], "old/STATUS.md")).toBe(true);
  expect(frozen(["docs/old/"], "archive/STATUS.md")).toBe(false);
  expect(frozen(["docs/old/"], "../../elsewhere/docs/old/STATUS.md")).toBe(false);
  expect(frozen(["docs/**"], "<stdin>")).toBe(false);
  expect(frozen([], "STATUS-2026-01-31.md")).toBe(false);
});
