import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { MAX_NESTING } from "../../src/parse/too-deep.js";
import { makeFolder } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const SOUND = "# Pier Status\n\nProgress: 1 of 2 done (80%)\n\n- [x] Pilings\n- [ ] Planks\n";

async function check(text: string, files: Readonly<Record<string, string>> = {}) {
  const folder = await makeFolder();
  for (const [name, content] of Object.entries({ "SOUND.md": SOUND, "DEEP.md": `# Status\n\n${text}\n`, ...files }))
    writeFileSync(join(folder, name), content);
  const world = testWorld(folder);
  const code = await main(["check", "DEEP.md", "SOUND.md", "--no-git"], world);
  return { code, stdout: world.output("stdout"), stderr: world.output("stderr") };
}

const EMPHASES = 20_000;
const emphases = (open: string, close: string) => `${open.repeat(EMPHASES)}a${close.repeat(EMPHASES)}`;

describe("I2: what is nested too deeply is refused, and the others are checked", () => {
  test.each([
    ["quotations", ">".repeat(8_000)],
    ["lists on one line", "- ".repeat(8_000)],
    ["lists on many lines", Array.from({ length: 300 }, (_, at) => `${"  ".repeat(at)}- a`).join("\n")],
    ["lists in quotations", "> - ".repeat(60)],
    ["one more than is allowed", "> ".repeat(MAX_NESTING + 1)],
    ["emphasis", emphases("*a _b ", "_ b*")],
    ["stars", emphases("**", "**")],
  ])("%s", async (_, text) => {
    const { code, stdout, stderr } = await check(`${text}a`);
    expect(stderr).toMatch(/^blockers: DEEP\.md is nested too deeply to be read\n {2}[^\n]+\n$/);
    expect(stdout).toContain("SOUND.md:3:");
    expect(code).toBe(2);
  });
});

describe("I2: what is nested, but not in a tree, is read", () => {
  test.each([
    ["as deep as is allowed", "> ".repeat(MAX_NESTING)],
    ["brackets", "[".repeat(50_000)],
    ["brackets that close", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
    ["links", `${"[".repeat(20_000)}a${"](b)".repeat(20_000)}`],
    ["images", `${"![".repeat(20_000)}a${"](b)".repeat(20_000)}`],
    ["tags", "<details>".repeat(20_000)],
  ])("%s", async (_, text) => {
    const { code, stdout, stderr } = await check(`${text}a`);
    expect(stderr).toBe("");
    expect(stdout).toContain("SOUND.md:3:");
    expect(code).toBe(1);
  });
});

describe("I2: configuration and baseline", () => {
  const deep = (open: string, close: string) => `${open.repeat(10_000)}${close.repeat(10_000)}`;

  test.each([
    ["sequences in blockers.yaml", "blockers.yaml", deep("[", "]")],
    ["mappings in blockers.yaml", "blockers.yaml", deep("{a: ", "}")],
    ["blocks in blockers.yaml", "blockers.yaml", `${"- ".repeat(10_000)}a`],
    ["arrays in package.json", "package.json", `{"blockers": ${deep("[", "]")}}`],
    ["a baseline", "blockers-baseline.json", deep("[", "]")],
  ])("%s", async (_, name, text) => {
    const { code, stdout, stderr } = await check("", { [name]: `${text}\n` });
    expect(stderr).toMatch(/^blockers: [^\n]+\n/);
    expect(stderr).not.toMatch(/RangeError|fault in blockers/);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});
