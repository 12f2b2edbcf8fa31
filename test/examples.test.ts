import { beforeAll, describe, expect, test } from "vitest";
import type { Scenario } from "../src/git/scenario.js";
import { rules } from "../src/rules/index.js";
import { checkText, fillIn } from "./helpers/check-text.js";
import { makeRepository, type TestRepository } from "./helpers/scenario.js";

/** What the examples of the rules about git speak of. */
const SCENARIO: Scenario = {
  commits: [
    {
      name: "start",
      date: "2025-01-01T10:00:00Z",
      message: "Start",
      files: { "README.md": { lines: 8 } },
    },
    {
      name: "add",
      date: "2025-01-02T10:00:00Z",
      message: "Add the application",
      files: { "src/app.py": { lines: 120 }, "logo.png": { base64: "AAECAw==" } },
    },
    {
      name: "lost",
      date: "2025-01-02T11:00:00Z",
      message: "Try another storage engine",
      files: { "src/engine.py": { lines: 30 } },
    },
    {
      name: "undone",
      parent: "add",
      date: "2025-01-02T12:00:00Z",
      message: "Cache every answer",
      files: { "src/cache.py": { lines: 10 } },
    },
    {
      name: "revert",
      date: "2025-01-02T13:00:00Z",
      message: 'Revert "Cache every answer"\n\nThis reverts commit {{undone}}.',
      files: { "src/cache.py": null },
    },
    {
      name: "report",
      date: "2025-01-02T14:00:00Z",
      message: "Report",
      files: { "STATUS.md": "# Status\n" },
    },
    {
      name: "change",
      date: "2025-01-03T10:00:00Z",
      message: "Bring in translations",
      files: { "src/app.py": { lines: 130 }, "src/more.py": { lines: 40 } },
    },
    {
      name: "fix",
      date: "2025-01-04T10:00:00Z",
      message: "Fix it",
      files: { "src/more.py": { lines: 41 } },
    },
  ],
  refs: { "refs/heads/feature/side": "add" },
};

let repository: TestRepository;

beforeAll(async () => {
  repository = await makeRepository(SCENARIO);
});

// What `blockers explain` shows must be what the rule says.
describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  async function findings(markdown: string): Promise<string[]> {
    const text = rule.git ? fillIn(markdown, repository) : markdown;
    const severities = rule.onByDefault === false ? { [id]: rule.severity } : {};
    const { result } = await checkText(text, { severities, repository: rule.git ? repository : undefined });
    return result.diagnostics.map((one) => one.rule);
  }

  test("its wrong example is found", async () => {
    expect(await findings(rule.wrong)).toContain(id);
  });

  test("its right example is silent", async () => {
    expect(await findings(rule.right)).toEqual([]);
  });
});
