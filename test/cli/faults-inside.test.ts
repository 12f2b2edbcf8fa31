import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { main } from "../../src/cli/main.js";
import type { World } from "../../src/cli/world.js";
import { BlockersError } from "../../src/errors.js";
import { rules } from "../../src/rules/index.js";
import { siteOf, worthAFault } from "../helpers/call-sites.js";
import { makeRepository, type TestRepository } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

/** The stage that is to fail, for one report. */
const broken = vi.hoisted(() => ({ stage: "", path: "BAD-STATUS.md" }));

function breakAt<A extends readonly unknown[], R>(
  stage: string,
  path: (...args: A) => string | undefined,
  work: (...args: A) => R,
) {
  return (...args: A): R => {
    if (broken.stage === stage && path(...args) === broken.path) throw new TypeError("x is not a function");
    return work(...args);
  };
}

vi.mock("../../src/parse/parse-report.js", async (load) => {
  const { parseReport } = await load<typeof import("../../src/parse/parse-report.js")>();
  return { parseReport: breakAt("parse", (source) => source.path, parseReport) };
});
vi.mock("../../src/claims/extract-claims.js", async (load) => {
  const { extractClaims } = await load<typeof import("../../src/claims/extract-claims.js")>();
  return { extractClaims: breakAt("claims", (report) => report.source.path, extractClaims) };
});
vi.mock("../../src/evidence/evaluate.js", async (load) => {
  const all = await load<typeof import("../../src/evidence/evaluate.js")>();
  return { ...all, evaluate: breakAt("evidence", (_, { report }) => report.source.path, all.evaluate) };
});
vi.mock("../../src/readiness/compute-readiness.js", async (load) => {
  const { computeReadiness } = await load<typeof import("../../src/readiness/compute-readiness.js")>();
  return { computeReadiness: breakAt("readiness", ({ report }) => report.source.path, computeReadiness) };
});
vi.mock("../../src/lint/settle.js", async (load) => {
  const all = await load<typeof import("../../src/lint/settle.js")>();
  return { ...all, settle: breakAt("settle", (report) => report.source.path, all.settle) };
});
vi.mock("../../src/edit/apply-fixes.js", async (load) => {
  const all = await load<typeof import("../../src/edit/apply-fixes.js")>();
  const applyFixes: typeof all.applyFixes = (text, fixes) => {
    if (broken.stage === "edit" && text.includes("Bad")) throw new TypeError("x is not a function");
    return all.applyFixes(text, fixes);
  };
  return { ...all, applyFixes };
});

const report = (title: string): string =>
  `# ${title} Status\n\nProgress: 1 of 2 done (80%)\n\n- [x] Pilings\n- [ ] Planks\n`;

const STAGES = ["parse", "claims", "evidence", "readiness", "settle", "rule"];

let repository: TestRepository;

const FILES = { "BAD-STATUS.md": report("Bad"), "GOOD-STATUS.md": report("Good") };

beforeAll(async () => {
  repository = await makeRepository({ commits: [{ name: "a", date: "2026-01-05", message: "a", files: FILES }] });
});

beforeEach(() => {
  broken.stage = "";
  vi.restoreAllMocks();
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(repository.path, name), content);
});

function breakStage(stage: string): void {
  broken.stage = stage;
  const [rule] = rules;
  if (stage !== "rule" || !rule) return;
  const check = rule.check.bind(rule);
  vi.spyOn(rule, "check").mockImplementation(breakAt("rule", (context) => context.report.source.path, check));
}

async function run(argv: readonly string[], over: Partial<World> = {}) {
  const world = testWorld(repository.path, over);
  const code = await main(argv, world);
  return { code, stdout: world.output("stdout"), stderr: world.output("stderr") };
}

const SAID =
  /^blockers: BAD-STATUS\.md: this is a fault in blockers itself, not in your report \(TypeError: [^\n]*\)\n {2}Please[^\n]*\n$/;

describe.each(STAGES)("O10: a fault in the stage %s ends that report alone, and is said", (stage) => {
  test("check", async () => {
    breakStage(stage);
    const { code, stdout, stderr } = await run(["check", "--format", "json"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(SAID);
    const { files } = JSON.parse(stdout);
    expect(files).toMatchObject([{ path: "GOOD-STATUS.md", diagnostics: [{ rule: "percentage-mismatch" }] }]);
  });

  test("fix", async () => {
    breakStage(stage);
    const { code, stdout, stderr } = await run(["fix"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(SAID);
    expect(stdout).toContain("GOOD-STATUS.md");
    expect(stdout).not.toContain("BAD-STATUS.md");
  });

  test("status", async () => {
    if (stage === "settle" || stage === "rule") return;
    breakStage(stage);
    const { code, stdout, stderr } = await run(["status"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(SAID);
    expect(stdout).toContain("GOOD-STATUS.md");
  });
});

test("O10: a fault in fixing leaves that report alone, and the others are put right", async () => {
  breakStage("edit");
  const { code, stdout, stderr } = await run(["fix"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(SAID);
  expect(stdout).toContain("GOOD-STATUS.md");
  broken.stage = "";
  const { stdout: left } = await run(["check"]);
  expect(left).toContain("BAD-STATUS.md:3");
  expect(left).not.toContain("GOOD-STATUS.md:3");
});

/** Tells of each call of anything in this world before it is made; what is thrown there, the call throws. */
function watched(world: World, called: (name: string) => void): World {
  const wrap = <T extends object>(part: T, name: string): T =>
    new Proxy(part, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => {
          called(`${name}.${String(key)}`);
          return Reflect.apply(value, target, args);
        };
      },
    });
  const [stdout, stderr] = [wrap(world.stdout, "stdout"), wrap(world.stderr, "stderr")];
  return { ...world, stdout, stderr, stdin: wrap(world.stdin, "stdin"), fs: wrap(world.fs, "fs") };
}

describe.each([
  ["an error", new Error("x")],
  ["an error for people", new BlockersError("input", "cannot be had", [], { cause: new Error("x") })],
  ["something that is no error", "x"],
])("%s at each call of the world ends with exit code 2", (_, fault) => {
  test.each([
    ["check", ["check"]],
    ["check of standard input", ["check", "-"]],
    ["fix of standard input", ["fix", "-"]],
    ["status", ["status"]],
    ["table --check", ["table", "--check"]],
    ["explain", ["explain"]],
    ["completion", ["completion", "bash"]],
    ["help", ["--help"]],
    ["wrong usage", ["check", "--nonsense"]],
  ])("%s", { timeout: 60_000 }, async (_name, argv) => {
    const stdin = { isTTY: false, read: async () => Buffer.from(report("Good")) };
    const sites: string[] = [];
    const clean = testWorld(repository.path, { stdin });
    const expected = await main(
      argv,
      watched(clean, (name) => sites.push(siteOf(name))),
    );
    const lies: string[] = [];
    for (const at of worthAFault(sites)) {
      const world = testWorld(repository.path, { stdin });
      let calls = 0;
      let hit = "";
      const strike = (name: string): void => {
        if (++calls !== at) return;
        hit = name;
        throw fault;
      };
      const code = await main(argv, watched(world, strike));
      const same = code === expected && world.output("stdout") === clean.output("stdout");
      if (code !== 2 && !same) lies.push(`call ${at}, ${hit}: exit code ${code}`);
    }
    expect(lies).toEqual([]);
    expect(sites.length).toBeGreaterThan(0);
  });
});
