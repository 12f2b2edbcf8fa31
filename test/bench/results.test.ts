import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cpuOf, run } from "./command.js";
import { SHAPES } from "./content/shapes.js";
import { readOptions } from "./options.js";
import { digits, markdownTable, printed } from "./print.js";
import { seeded } from "./random.js";
import { withBenchTable } from "./readme.js";
import { type Result, resultSchema, rowsOf } from "./results.js";
import { inRounds } from "./rounds.js";
import { median, pairedRatios, summarize } from "./statistics.js";
import { GROUPS, SLOW_PEERS, TARGETS } from "./targets.js";

const TIMES_THREE = { median: 3, min: 2, max: 4, runs: 3 };

function sample(quick = false): Result {
  return {
    schemaVersion: 1,
    date: "2026-03-06",
    quick,
    blockers: "0.1.0",
    machine: { cpu: "Loom 9", cores: 2, memoryMb: 8_192, system: "linux", node: "20.19.0", git: "2.39.5" },
    peers: { rumdl: "0.2.75" },
    rows: [
      ...rowsOf("start", [
        { id: "start.version", measured: { ...TIMES_THREE, median: 1.4 }, wallMs: 30.04 },
        { id: "start.check", note: "over 30 s" },
        { id: "start.peer", what: "rumdl --version", unit: "x `node -e 0`", measured: TIMES_THREE },
      ]),
      ...rowsOf("look", [{ id: "look.speed", measured: { median: 49.9, min: 40, max: 60, runs: 3 } }]),
    ],
  };
}

describe("statistics", () => {
  test("the median of odd and even counts, in any order", () => {
    expect(median([5])).toBe(5);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 1, 4, 9])).toBe(6.5);
    expect(() => median([])).toThrow(RangeError);
  });

  test("a summary does not change what it is made from", () => {
    const numbers = [3, 1, 2];
    expect(summarize(numbers)).toEqual({ median: 2, min: 1, max: 3, runs: 3 });
    expect(numbers).toEqual([3, 1, 2]);
  });

  test("ratios are taken round by round, and rounds without both are left out", () => {
    expect(pairedRatios([10, undefined, 30, 8], [5, 5, undefined, 2])).toEqual([2, 4]);
    expect(pairedRatios([1], [0])).toEqual([]);
    // A slow round slows both: the ratio of the medians would say 1.
    expect(median(pairedRatios([2, 20, 200], [1, 10, 100]))).toBe(2);
  });
});

describe("targets", () => {
  test("no two have one name, and every part has some", () => {
    expect(new Set(TARGETS.map(({ id }) => id)).size).toBe(TARGETS.length);
    expect(new Set(TARGETS.map(({ group }) => group))).toEqual(new Set(GROUPS));
    for (const { id, group } of TARGETS) expect(id.startsWith(`${group}.`)).toBe(true);
  });

  test("every shape grows, and every peer is compared with", () => {
    const ids = TARGETS.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(SHAPES.map((shape) => `growth.${shape.replaceAll(" ", "-")}`)));
    expect(ids).toEqual(expect.arrayContaining(["rumdl", ...SLOW_PEERS].map((peer) => `many.${peer}`)));
  });

  test("every peer that is compared with is pinned", () => {
    const manifest = JSON.parse(readFileSync(new URL("peers/package.json", import.meta.url), "utf8"));
    expect(Object.keys(manifest.dependencies)).toEqual(expect.arrayContaining(["rumdl", ...SLOW_PEERS]));
    for (const version of Object.values(manifest.dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe("rows", () => {
  test("what is at its bound is met, what is beyond or was not measured is missed, what has no target is neither", () => {
    const met = Object.fromEntries(sample().rows.map((row) => [row.id, row.met]));
    expect(met).toMatchObject({
      "start.version": true,
      "start.help": false,
      "start.check": false,
      "start.peer": null,
      "look.speed": false,
    });
  });

  test("small inputs are not judged", () => {
    const rows = rowsOf("look", [{ id: "look.speed", measured: TIMES_THREE }], false);
    expect(rows.map(({ met }) => met)).toEqual([null]);
  });

  test("a figure that nothing describes is a fault of the benchmark", () => {
    expect(() => rowsOf("look", [{ id: "look.other" }])).toThrow("look.other");
  });

  test("a result is of the shape that is promised, and nothing else is", () => {
    expect(resultSchema.parse(JSON.parse(JSON.stringify(sample())))).toEqual(sample());
    expect(resultSchema.safeParse({ ...sample(), schemaVersion: 2 }).success).toBe(false);
    expect(resultSchema.safeParse({ ...sample(), more: 1 }).success).toBe(false);
  });
});

describe("tables", () => {
  test("numbers keep three digits", () => {
    expect([12_345, 100, 12.34, 1.234, 0.1234, 0.0123].map(digits)).toEqual([
      "12,345",
      "100",
      "12.3",
      "1.23",
      "0.12",
      "0.012",
    ]);
  });

  test("for a terminal", () => {
    const text = printed(sample());
    expect(text).toMatch(/^blockers --version +1\.40 x node -e 0 +2\.00-4\.00 +30\.0 ms +at most 1\.40 +met$/m);
    expect(text).toMatch(/^`?check`? of a 10 KB report, without git +- .*MISSED +over 30 s$/m);
    expect(text).toContain("1 targets met, 8 missed");
    expect(printed(sample(true))).toContain("quick");
  });

  test("for the README: every row, the machine and the peers", () => {
    const table = markdownTable(sample());
    expect(table.match(/^\|.*\|$/gm)).toHaveLength(2 + sample().rows.length);
    expect(table).toContain("| **missed** |");
    expect(table).toContain("| over 30 s |");
    expect(table).toMatch(/2026-03-06: Loom 9, 2 cores, 8 GB.*Node 20\.19\.0, git 2\.39\.5.*rumdl 0\.2\.75/);
  });

  test("written between its markers, and nowhere else", () => {
    const readme = "# A\n\n<!-- bench:begin -->\nold\n<!-- bench:end -->\n\nB\n";
    const once = withBenchTable(readme, sample());
    expect(once).toBe(`# A\n\n<!-- bench:begin -->\n${markdownTable(sample())}\n<!-- bench:end -->\n\nB\n`);
    expect(withBenchTable(once, sample())).toBe(once);
    expect(() => withBenchTable("# A\n", sample())).toThrow("bench:begin");
  });
});

describe("runs", () => {
  const node = (code: string) => ({ file: process.execPath, args: ["-e", code], cwd: "." });

  test("what fails, takes too long or cannot start gives no figure, and says why", async () => {
    expect(await run(node("process.exit(1)"), 20_000)).not.toHaveProperty("failure");
    expect(await run(node("process.exit(2)"), 20_000)).toMatchObject({ failure: "ended with 2" });
    expect(await run(node("setInterval(() => {}, 1000)"), 1_000)).toMatchObject({ failure: "over 1 s" });
    expect((await run({ file: "/no/such/program", args: [], cwd: "." }, 1_000)).failure).toContain("ENOENT");
  });

  test.skipIf(process.platform !== "linux")("a weighed run tells CPU time and memory", async () => {
    const work = "const held = Buffer.alloc(3e8, 1); const end = Date.now() + 500; while (Date.now() < end);";
    const { cpuMs = 0, rssMb = 0, failure } = await run(node(work), 30_000, true);
    expect(failure).toBeUndefined();
    expect(cpuMs).toBeGreaterThan(0);
    expect(rssMb).toBeGreaterThan(280);
  });

  test("a shell's times: the second line is what it waited for", () => {
    expect(cpuOf("0m0.010s 0m0.020s\n1m1.500s 0m0.250s\n")).toBe(61_750);
    expect(cpuOf("")).toBe(0);
  });

  test("every round runs all, in an order of its own; what failed runs no more, what is slow fewer times", async () => {
    const order: string[] = [];
    const entry = (name: string, code = "0") => ({ name, ...node(code), prepare: () => void order.push(name) });
    const contenders = [entry("a"), entry("b"), entry("fails", "process.exit(9)"), { ...entry("slow"), atMost: 1 }];
    const random = seeded(5);
    const rounds = await inRounds(contenders, { rounds: 3, capMs: 20_000, random, progress: () => undefined });
    expect([...order].sort()).toEqual(["a", "a", "a", "b", "b", "b", "fails", "slow"]);
    expect(rounds.walls("a").every((wall) => wall !== undefined)).toBe(true);
    expect(rounds.walls("slow").filter((wall) => wall !== undefined)).toHaveLength(1);
    expect(rounds.ratios("a", "b")).toHaveLength(3);
    expect(rounds.ratios("fails", "b")).toEqual([]);
    expect(rounds.failure("fails")).toBe("ended with 9");
  });
});

describe("options", () => {
  test("all parts unless some are named", () => {
    expect(readOptions([])).toMatchObject({ only: GROUPS, quick: false, rounds: undefined });
    expect(readOptions(["--only", "git,hook", "--only", "look", "--rounds", "3"])).toMatchObject({
      only: ["git", "hook", "look"],
      rounds: 3,
    });
  });

  test.each([[["--only", "nothing"]], [["--rounds", "0"]], [["--rounds", "many"]], [["--unknown"]]])(
    "%j is refused",
    (argv) => {
      expect(() => readOptions(argv)).toThrow();
    },
  );
});
