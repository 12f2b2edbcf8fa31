import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Reason } from "../../src/model/verdict.js";
import { checkText } from "../helpers/check-text.js";
import { makeFolder, makeRepository, runUserGit, type TestRepository } from "../helpers/scenario.js";

const WORK = [
  { name: "piles", date: "2025-02-03T08:00:00Z", message: "Drive the piles", files: { "src/piles.py": { lines: 40 } } },
  { name: "deck", date: "2025-02-04T08:00:00Z", message: "Lay the deck", files: { "src/deck.py": { lines: 60 } } },
  { name: "report", date: "2025-02-05T08:00:00Z", message: "Report", files: { "STATUS.md": "# Pier\n" } },
];

/** What is found in a text, and why claims could not be told. */
async function judged(
  text: string,
  repository: TestRepository,
): Promise<{ found: string[]; reasons: Partial<Record<Reason, number>> }> {
  const { result } = await checkText(`# Pier\n\n${text}\n`, { repository });
  return {
    found: result.diagnostics.map(({ rule, computed }) => `${rule}: ${computed}`),
    reasons: result.coverage.reasons,
  };
}

/** A clone that has the last two commits alone, the first of them without its parent. */
async function shallow(repository: TestRepository): Promise<TestRepository> {
  const folder = await makeFolder();
  runUserGit(folder, "clone", "-q", "--depth", "2", `file://${repository.path}`, "clone");
  return { ...repository, path: join(folder, "clone") };
}

describe("what is cited from a history that is cut short", () => {
  test("cannot be told, whether it is there elsewhere or nowhere", async () => {
    const whole = await makeRepository({ commits: WORK });
    const cut = await shallow(whole);
    const cited = `Commit \`${whole.id("piles").slice(0, 9)}\` (40 lines), commit \`${whole.id("report").slice(0, 9)}\``;
    expect(await judged(`${cited}.`, cut)).toEqual({
      found: [],
      reasons: { "shallow-clone": 1, "commit-not-found": 1 },
    });
    expect(await judged("Fixed in `0ff1ce5ee`.", cut)).toEqual({ found: [], reasons: { "shallow-clone": 1 } });
    expect((await judged("Fixed in `0ff1ce5ee`.", whole)).found).toEqual(["commit-not-found: not found"]);
  });

  test("is judged as far as the history goes", async () => {
    const whole = await makeRepository({ commits: WORK });
    const cut = await shallow(whole);
    const text = `Commit \`${whole.id("report").slice(0, 9)}\`; see [the deck](src/deck.py#L60).`;
    expect(await judged(text, cut)).toEqual({ found: [], reasons: {} });
    const gone = await judged("See [the rails](src/rails.py).", cut);
    expect(gone).toEqual({ found: [], reasons: { "history-not-read": 1 } });
    expect((await judged("See [the rails](src/rails.py).", whole)).found).toEqual(["file-not-found: not found"]);
  });
});

describe("a commit that is nowhere", () => {
  const MISSING = "Fixed in `0ff1ce5ee`";

  test("is an error beside others that are there", async () => {
    const repository = await makeRepository({ commits: WORK });
    const known = `, after commit \`${repository.id("piles").slice(0, 9)}\`.`;
    expect((await judged(`${MISSING}${known}`, repository)).found).toEqual(["commit-not-found: not found"]);
  });

  test("cannot be told where none of the report's commits is there: it may be of another repository", async () => {
    const repository = await makeRepository({ commits: WORK });
    const text = `${MISSING}, and commit \`ba5eba11e\`, and commit \`5eaf00d5e\`.`;
    expect((await judged(text, repository)).found).toEqual([]);
  });

  test("cannot be told where the report came with the first commit: what was before was left behind", async () => {
    const repository = await makeRepository({
      commits: WORK.toReversed().map((one) => ({ ...one, name: `r-${one.name}` })),
    });
    const known = `, after commit \`${repository.id("r-deck").slice(0, 9)}\``;
    expect(await judged(`${MISSING}${known}`, repository)).toEqual({ found: [], reasons: { "history-not-read": 1 } });
  });

  test("is followed to the commit that carries its subject now", async () => {
    const repository = await makeRepository({ commits: WORK });
    const lines = [`- \`0ff1ce5ee\` Lay the deck`, `- \`${repository.id("piles").slice(0, 9)}\` Drive the piles`];
    const { found } = await judged(`## Commits\n\n${lines.join("\n")}`, repository);
    expect(found).toEqual([`commit-not-found: ${repository.id("deck").slice(0, 9)}`]);
  });
});

describe("a file that is named", () => {
  const at = (day: number): string => `2025-02-0${day}T08:00:00Z`;

  test("need not be there any more, if it ever was", async () => {
    const repository = await makeRepository({
      commits: [
        { name: "a", date: at(1), message: "Old", files: { "src/old.py": { lines: 9 }, "src/new.py": { lines: 9 } } },
        { name: "b", date: at(2), message: "New", files: { "src/old.py": null } },
        { name: "c", date: at(3), message: "Report", files: { "STATUS.md": "# Pier\n" } },
      ],
    });
    expect((await judged("See [the old way](src/old.py).", repository)).found).toEqual([]);
    const never = await judged("See [no way](src/never.py).", repository);
    expect(never.found).toEqual(["file-not-found: not found"]);
  });

  test("by a name that two have is measured by neither", async () => {
    const files = { "lib/a/queue.ts": { lines: 10 }, "lib/b/queue.ts": { lines: 20 }, "lib/b/stack.ts": { lines: 30 } };
    const repository = await makeRepository({ commits: [{ name: "a", date: at(1), message: "Queues", files }] });
    expect((await judged("- `queue.ts` (99 lines)", repository)).found).toEqual([]);
    expect((await judged("- `stack.ts` (99 lines)", repository)).found).toEqual(["line-count-mismatch: 30 lines"]);
  });
});
