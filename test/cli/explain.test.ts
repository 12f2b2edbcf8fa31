import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { rules } from "../../src/rules/index.js";
import { testWorld } from "../helpers/test-world.js";

const explain = async (...argv: readonly string[]) => {
  const world = testWorld(process.cwd());
  const exitCode = await main(["explain", ...argv], world);
  return { exitCode, text: world.output("stdout"), complaint: world.output("stderr") };
};

test("without a rule, all are listed", async () => {
  const { exitCode, text } = await explain();
  expect(exitCode).toBe(0);
  for (const { id } of rules) expect(text).toContain(`${id} `);
});

describe("each rule tells what it looks for, and shows it", () => {
  test.each(rules.map(({ id }) => id))("%s", async (id) => {
    const { exitCode, text } = await explain(id, "--width", "100");
    expect(exitCode).toBe(0);
    expect(text).toMatch(new RegExp(`^${id}  (error|warning|info)`));
    expect(text).toContain(`    rules:\n      ${id}: off\n`);
    for (const line of text.split("\n").filter((one) => !one.startsWith("    "))) {
      expect(line.length).toBeLessThanOrEqual(100);
    }
  });
});

test("an unknown rule ends with exit code 2 and the nearest name", async () => {
  expect(await explain("total-missmatch")).toMatchObject({
    exitCode: 2,
    text: "",
    complaint: expect.stringContaining('there is no rule "total-missmatch"; did you mean "total-mismatch"?'),
  });
});
