import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { parseConfig } from "../../src/config/parse-config.js";
import { BlockersError } from "../../src/errors.js";
import { checkText, readReport } from "../helpers/check-text.js";
import { makeCheckout, reportOn } from "../helpers/checkout.js";
import { testWorld } from "../helpers/test-world.js";

const repeated = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => of(i)).join("");

/** Far more than the seconds it would take, or the memory, were any of it expanded or compared each with each. */
const BOMBS: readonly (readonly [name: string, yaml: string])[] = [
  ["aliases of aliases", `a0: &a0 [x]\n${repeated(30, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`)}`],
  ["an alias of itself", "a: &a [*a]\n"],
  ["merge keys", `a0: &a0 { x: 1 }\n${repeated(30, (i) => `a${i + 1}: &a${i + 1} { <<: [*a${i}, *a${i}] }\n`)}`],
  ["32,000 keys", repeated(32_000, (i) => `k${i}: 1\n`)],
  ["keys of keys", repeated(10_000, (i) => `? k${i}\n: 1\n`)],
  ["sequences without end", "[".repeat(10_000)],
  ["mappings without end", "{a: ".repeat(10_000)],
  ["entries without end", "- ".repeat(10_000)],
  ["a long plain text", `a: ${"x ".repeat(100_000)}\n`],
  ["quotation marks without end", `a: "${"\\".repeat(100_001)}`],
  ["blank lines", `a:${"\n".repeat(200_000)}  b\n`],
  ["tabs", `a:\n${"\t".repeat(100_000)}b: 1\n`],
  ["many documents", "---\na: 1\n".repeat(20_000)],
  ["directives", "%YAML 1.1\n".repeat(20_000)],
];

/** What would do something, were it not plain data. */
const CODE: readonly string[] = [
  "!!js/function 'function () { process.exit(7) }'",
  "rules: !!js/undefined ''",
  "!!python/object/apply:os.system ['exit 7']",
  "__proto__: { failOn: info }",
  "rules: { __proto__: { count-mismatch: off } }",
  "constructor: { prototype: { failOn: info } }",
  "overrides: [{ files: [a], __proto__: { rules: {} } }]",
  '{"__proto__": {"failOn": "info"}}',
  "? [a, b]\n: 1",
  "? { a: 1 }\n: 1",
  "failOn: 1\n--- \nfailOn: info",
];

function refusal(text: string): BlockersError {
  try {
    parseConfig(text, "blockers.yaml", []);
  } catch (error) {
    if (error instanceof BlockersError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

describe("I9: a configuration that is no configuration", () => {
  it.each(BOMBS)(
    "is refused, and soon: %s",
    (_, yaml) => {
      expect(refusal(yaml).kind).toBe("config");
    },
    10_000,
  );

  it.each(CODE)("is data and nothing else: %s", (yaml) => {
    expect(refusal(yaml).kind).toBe("config");
    const made: Record<string, unknown> = {};
    expect([made.failOn, made.rules, Object.keys(Object.prototype)]).toEqual([undefined, undefined, []]);
  });

  it("is not read where it is longer than 256 KB", async () => {
    const checkout = await makeCheckout();
    await checkout.write({ "STATUS.md": reportOn(1), "blockers.yaml": `# ${"x".repeat(256 * 1024)}\nfailOn: info\n` });
    const { code, stderr } = await checkout.run(["check", "STATUS.md"]);
    expect(code).toBe(2);
    expect(stderr).toContain("blockers.yaml: is larger than 262,144 bytes");
  });
});

describe("I9: front matter is text that is passed over", () => {
  it.each([...BOMBS, ...CODE.map((yaml) => ["code", yaml] as const)])(
    "whatever it holds: %s",
    async (_, yaml) => {
      const body =
        "# Weir Status\n\n**Progress**: 1 of 3 done\n\n| Task | Status |\n|---|---|\n| A | done |\n| B | done |\n| C | open |\n";
      const { result } = await checkText(`---\n${yaml.replaceAll("\n---", "\n")}\n---\n\n${body}`);
      expect(result.diagnostics.map(({ rule }) => rule)).toEqual(["count-mismatch"]);
    },
    10_000,
  );

  it("is not read for what it says, and changes nothing of what objects are", async () => {
    const { items } = readReport("---\n__proto__: { items: [1] }\nstatus: done\n---\n\n# Notes\n");
    expect(items).toEqual([]);
    const world = testWorld("/", { input: "---\n__proto__: { a: 1 }\n---\n\n# Notes\n" });
    expect(await main(["check", "--no-git", "-"], world)).toBe(0);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });
});
