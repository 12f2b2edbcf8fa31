import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Scenario } from "../../src/git/scenario.js";
import { dayInFileName } from "../../src/lex/dates.js";
import type { CheckedReport, CheckOptions } from "../../src/lint/check-reports.js";
import { actualFindings, checkText, expectedFindings, fillIn } from "../helpers/check-text.js";
import { makeRepository, type TestRepository } from "../helpers/scenario.js";

const FIXTURES = new URL("../../fixtures/frozen/", import.meta.url);
const PATH = "docs/archive/BUILDING.md";
const HISTORY = readFileSync(new URL("history.yaml", FIXTURES), "utf8");

interface Built {
  readonly repository: TestRepository;
  readonly text: string;
}

/** The history with a report in it, as far as the commit of that name. */
async function build(report: string, { path = PATH, until = "roof" } = {}): Promise<Built> {
  const scenario = parse(HISTORY.replaceAll(PATH, path)) as Scenario;
  const first = await makeRepository({ commits: scenario.commits.slice(0, 1) });
  const text = fillIn(report, first);
  const end = scenario.commits.findIndex(({ name }) => name === until);
  const commits = scenario.commits.slice(0, end + 1).map((commit) => ({
    ...commit,
    ...(commit.files && commit.name === "written" ? { files: { [path]: text } } : {}),
  }));
  return { repository: await makeRepository({ commits }), text };
}

function check({ repository, text }: Built, options: CheckOptions & { path?: string } = {}): Promise<CheckedReport> {
  return checkText(text, { repository, asOf: undefined, path: PATH, frozen: () => true, ...options });
}

function fixture(name: string): string {
  return readFileSync(new URL(name, FIXTURES), "utf8");
}

function stated(lines: number): string {
  return `# Building\n\n- \`src/walls.ts\` (${lines} lines)\n`;
}

async function findings(built: Built, options: Parameters<typeof check>[1] = {}): Promise<string[]> {
  return actualFindings((await check(built, options)).result.diagnostics);
}

describe("a frozen report", () => {
  test("holds if it held on its day, whatever has become of the project since", async () => {
    const built = await build(fixture("valid.md"));
    const { result } = await check(built, { severities: { "commit-reverted": "warning", "stale-report": "warning" } });
    expect(result.diagnostics).toEqual([]);
    expect(result.coverage).toMatchObject({ claims: result.coverage.consistent });
    const { result: now } = await check(built, { frozen: () => false, severities: { "stale-report": "warning" } });
    expect(now.diagnostics.map(({ rule }) => rule)).toContain("stale-report");
    expect(now.diagnostics.map(({ rule }) => rule)).toContain("commit-reverted");
  });

  test("does not hold by what it may be today", async () => {
    const built = await build(fixture("invalid.md"));
    const expected = expectedFindings(built.text);
    expect(expected).toEqual(["5 line-count-mismatch"]);
    expect(await findings(built)).toEqual(expected);
    expect(await findings(built, { frozen: () => false })).toEqual([]);
  });

  test.each([
    [100, "the commit that wrote it"],
    [130, "the end of its day"],
  ])("holds with %i lines, as at %s", async (lines) => {
    expect(await findings(await build(`${stated(lines)}\n**Date**: 2026-03-02\n`))).toEqual([]);
  });

  test("speaks of the day in its file name rather than of that in its head", async () => {
    const path = "docs/BUILDING-2026-03-09.md";
    expect(await findings(await build(stated(180), { path }), { path })).toEqual([]);
    expect(await findings(await build(stated(240), { path }), { path })).toEqual(["3 line-count-mismatch"]);
  });

  test("still has the working tree while it is being written", async () => {
    const built = await build(stated(90));
    const text = stated(240);
    expect(await findings({ ...built, text })).toEqual([]);
    expect(await findings(built)).toEqual(["3 line-count-mismatch"]);
  });

  test("has line ends of any kind", async () => {
    const built = await build(fixture("invalid.md"));
    expect(await findings({ ...built, text: built.text.replaceAll("\n", "\r\n") })).toEqual(["5 line-count-mismatch"]);
  });

  test("has no fix, and says what is withheld", async () => {
    const text = "# Building\n\nDone: 1 of 2 (60%)\n";
    const frozen = await checkText(text, { frozen: () => true });
    expect(frozen.result.diagnostics.map(({ rule, fix }) => [rule, fix])).toEqual([["percentage-mismatch", null]]);
    expect(frozen.withheld.map(({ fix }) => fix?.title)).toEqual(['write "50" for "60"']);
    expect((await checkText(text)).withheld).toEqual([]);
  });

  test("may hold a readiness table that is not current", async () => {
    const table = "| Key | Title | Status |\n|---|---|---|\n| 1 | Walls | ✅ done |\n\n1 of 1 done (100%)\n";
    const text = `# Building\n\n- [x] Walls\n- [ ] Roof\n\n<!-- blockers:begin a -->\n\n${table}\n<!-- blockers:end -->\n`;
    const rules = async (options: CheckOptions) =>
      (await checkText(text, options)).result.diagnostics.map(({ rule }) => rule);
    expect(await rules({})).toContain("stale-readiness-table");
    expect(await rules({ frozen: () => true })).not.toContain("stale-readiness-table");
  });
});

test("one that was moved since is as it was committed, too", async () => {
  const scenario = parse(HISTORY.replaceAll(PATH, "docs/BUILDING.md")) as Scenario;
  const text = stated(240);
  const commits = scenario.commits.map((commit) =>
    commit.name === "written" ? { ...commit, files: { "docs/BUILDING.md": text } } : commit,
  );
  const moved = {
    name: "moved",
    date: "2026-03-21T10:00:00Z",
    message: "Archive",
    rename: { "docs/BUILDING.md": PATH },
  };
  const last = { name: "last", date: "2026-03-22T10:00:00Z", message: "Go on", files: { "src/x.ts": "x\n" } };
  const repository = await makeRepository({ commits: [...commits, moved, last] });
  expect(await findings({ repository, text })).toEqual(["3 line-count-mismatch"]);
});

describe("the day of a file name", () => {
  test.each([
    ["docs/STATUS-2026-01-31.md", "2026-01-31"],
    ["20260131_status.md", "2026-01-31"],
    ["status_2026_01_31.md", "2026-01-31"],
    ["status.2026.01.31.md", "2026-01-31"],
    ["from-2026-01-01-to-2026-01-31.md", "2026-01-31"],
    ["STATUS_20260131T1200.md", "2026-01-31"],
    ["2026-01-31/STATUS.md", undefined],
    ["STATUS-2026-01.md", undefined],
    ["STATUS-2026-02-30.md", undefined],
    ["STATUS-2026-01_31.md", undefined],
    ["ticket-12345678.md", undefined],
    ["build-202601311200.md", undefined],
    ["v18990131.md", undefined],
  ])("%s", (path, day) => {
    expect(dayInFileName(path)).toBe(day);
  });
});
