import { expect, test } from "vitest";
import { buildScenario, type Scenario } from "../../src/git/scenario.js";
import { makeFolder } from "../helpers/scenario.js";

const A = { name: "a", date: "2025-01-01T00:00:00Z", message: "a", files: { "a.md": "a\n" } };

test.each<[string, Scenario, RegExp]>([
  ["names a parent that is none of its commits", { commits: [{ ...A, parent: "b" }] }, /commit "b"|no commit b/],
  ["has a date that nobody can read", { commits: [{ ...A, date: "soon" }] }, /commit "a" has no readable date/],
  [
    "renames a file that is not there",
    { commits: [{ ...A, rename: { "b.md": "c.md" } }] },
    /has no file "b.md" to rename/,
  ],
  [
    "sets a branch to a commit that is not there",
    { commits: [A], refs: { "refs/heads/x": "b" } },
    /commit "b"|no commit b/,
  ],
])("a scenario that %s is refused in a sentence", async (_, scenario, message) => {
  await expect(buildScenario(await makeFolder(), scenario)).rejects.toThrow(message);
});
