import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { CHECK_FORMATS } from "../../src/cli/outputs/check-formats.js";
import { type Checkout, makeCheckout, reportOn } from "../helpers/checkout.js";

let checkout: Checkout;

beforeEach(async () => {
  checkout = await makeCheckout();
  await checkout.commit({ "STATUS.md": reportOn(2) });
});

const ran = (): boolean => existsSync(join(checkout.path, "ran"));

const COMMANDS = [
  ["check"],
  ["status"],
  ["fix", "--diff"],
  ["table"],
  ["doctor"],
  ["check", "--staged"],
  ["check", "--print-config"],
];

describe("P3: a configuration is data, and nothing of it is run", () => {
  const TOUCH = 'require("node:fs").writeFileSync("ran", "")';
  test.each([
    ...["blockers.config.js", "blockers.config.cjs", "blockers.js", ".blockersrc.js"].map((name) => [
      name,
      `${TOUCH};\nmodule.exports = {};\n`,
    ]),
    ["blockers.config.mjs", `import { writeFileSync } from "node:fs"; writeFileSync("ran", ""); export default {};\n`],
    ["blockers.config.ts", `import { writeFileSync } from "node:fs"; writeFileSync("ran", ""); export default {};\n`],
    [
      "package.json",
      JSON.stringify({ scripts: { prepare: "touch ran", preblockers: "touch ran", blockers: "touch ran" } }),
    ],
    [".npmrc", "node-options=--require ./evil.cjs\n"],
    ["node_modules/blockers/bin/blockers.js", TOUCH],
    [".pnp.cjs", TOUCH],
  ])("%s", async (name = "", content = "") => {
    await checkout.write({ [name]: content, "evil.cjs": TOUCH });
    for (const argv of COMMANDS) expect((await checkout.run(argv)).code).toBeLessThan(3);
    expect(ran()).toBe(false);
  });

  test.each([
    ["a function", "failOn: !!js/function 'function () { throw 1 }'\n"],
    ["an expression", "failOn: !!js/eval 'process.exit(7)'\n"],
    ["an object of another language", "failOn: !!python/object/apply:os.system ['touch ran']\n"],
    ["a tag of our own", "failOn: !run 'touch ran'\n"],
    ["a file by its name", "extends: ./evil.cjs\n"],
    ["a package by its name", "plugins: [./evil.cjs]\n"],
    ["a prototype", "__proto__: { failOn: never }\n"],
    ["a constructor", "constructor: { prototype: { failOn: never } }\n"],
  ])("%s is refused, with its place", async (_, text) => {
    await checkout.write({ "blockers.yaml": text, "evil.cjs": TOUCH });
    const { code, stdout, stderr } = await checkout.run(["check"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^blockers: blockers\.yaml(?::\d+:\d+)?: /);
    expect(ran()).toBe(false);
    expect(({} as Record<string, unknown>).failOn).toBeUndefined();
  });
});

describe("P4: what the author of a report suppresses", () => {
  const HIDDEN =
    "# Status\n\n<!-- blockers-disable-next-line percentage-mismatch -- agreed upon -->\nProgress: 61% (2 of 3)\n\nAlso: 70% (1 of 2)\n";
  /** Where a form says how much is hidden; those that have no place for it say it on stderr. */
  const COUNTS: Readonly<Record<(typeof CHECK_FORMATS)[number], RegExp>> = {
    text: /hidden: 1 by comments/,
    concise: /hidden: 1 by comments/,
    github: /hidden: 1 by comments/,
    markdown: /hidden: 1 by comments/,
    json: /"suppressed": 1/,
    jsonl: /"suppressed":1/,
    sarif: /"suppressed": 1/,
    junit: /name="suppressed" value="1"/,
    gitlab: /hidden: 1 by comments/,
    rdjson: /hidden: 1 by comments/,
  };

  test.each(CHECK_FORMATS)("is counted in %s, and found with --no-inline-config", async (format) => {
    await checkout.write({ "STATUS.md": HIDDEN });
    const run = (...flags: readonly string[]) => checkout.run(["check", "--format", format, ...flags, "STATUS.md"]);
    const { stdout, stderr } = await run();
    expect(stdout + stderr).toMatch(COUNTS[format]);
    expect(stdout).not.toContain("61%");
    const all = await run("--no-inline-config");
    expect(all.stdout).toContain("61%");
    expect(all.stderr).toContain("suppression comment");
  });

  test("cannot be the whole file without a rule and a reason", async () => {
    await checkout.write({ "STATUS.md": `<!-- blockers-disable-file -->\n\n${HIDDEN}` });
    const { code, stdout } = await checkout.run(["check", "STATUS.md"]);
    expect(code).toBe(1);
    expect(stdout).toContain("unused-suppression");
    expect(stdout).toContain("70%");
  });
});
