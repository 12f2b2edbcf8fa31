import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fixText } from "../helpers/fix-text.js";

const FIXTURES = fileURLToPath(new URL("../../fixtures/fixes/", import.meta.url));
const names = readdirSync(FIXTURES).filter((name) => !name.endsWith(".fixed.md"));

// NAME.md becomes NAME.fixed.md.
describe.each(names)("%s", (name) => {
  const text = readFileSync(FIXTURES + name, "utf8");
  const fixed = readFileSync(FIXTURES + name.replace(/\.md$/, ".fixed.md"), "utf8");

  test("is fixed as a careful reader would", async () => {
    expect((await fixText(text)).text).toBe(fixed);
  });

  test("F3: needs no second run", async () => {
    const again = await fixText(fixed);
    expect(again.fixed).toEqual([]);
    expect(again.text).toBe(fixed);
  });
});
