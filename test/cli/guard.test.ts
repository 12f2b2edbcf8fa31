import { existsSync, fstatSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { duringOf, timeFor } from "../../src/cli/guard/during.js";
import { inTime } from "../../src/cli/guard/in-time.js";
import { LinesOf, Unsaid } from "../../src/cli/guard/lines-of.js";
import { lookAfter } from "../../src/cli/guard/look-after.js";
import { readGivenUp } from "../../src/cli/guard/messages.js";
import { StartOver } from "../../src/cli/guard/start-over.js";
import { MAX_GIVEN_UP } from "../../src/cli/limits.js";
import type { Guard } from "../../src/cli/world.js";
import { decode } from "../../src/source/decode.js";
import { makeFolder } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("work that may take so long", () => {
  test("answers with what came of it", () => {
    expect(inTime(10_000, () => "done")).toEqual({ late: false, result: "done" });
    expect(inTime(10_000, () => undefined)).toEqual({ late: false, result: undefined });
  });

  test("is cut off, whatever it does", () => {
    for (const work of [
      () => {
        for (;;);
      },
      () => {
        for (;;) {
          try {
            throw new Error("again");
          } catch {
            // And again.
          }
        }
      },
      () => /^(a+)+$/.test(`${"a".repeat(60)}b`),
    ])
      expect(inTime(50, work)).toEqual({ late: true });
  });

  test("raises what it raises", () => {
    const fault = new TypeError("x");
    expect(() =>
      inTime(10_000, () => {
        throw fault;
      }),
    ).toThrow(fault);
  });

  test("may hold other such work", () => {
    const inner = () => inTime(10_000, () => 1);
    expect(inTime(10_000, () => [inner(), 2])).toEqual({ late: false, result: [{ late: false, result: 1 }, 2] });
  });
});

describe("the time that a report takes", () => {
  const guard = (places: string[]): Guard => ({
    apart: false,
    givenUp: [],
    at: (path) => places.push(path),
    startOver: () => Promise.reject(new Error("not here")),
  });
  const source = (path: string, length: number) => decode(Buffer.from("a".repeat(length)), path);

  test("is ten seconds for each megabyte that it begins", () => {
    expect([0, 1, 1024 ** 2, 1024 ** 2 + 1, 3.5 * 1024 ** 2].map(timeFor)).toEqual([
      10_000, 10_000, 10_000, 20_000, 40_000,
    ]);
  });

  test("is not looked at where the report is short", () => {
    const places: string[] = [];
    expect(duringOf(guard(places))(source("SHORT.md", 100), () => 1)).toBe(1);
    expect(places).toEqual([]);
    expect(duringOf(guard(places))(source("LONG.md", 20_000), () => 1)).toBe(1);
    expect(places).toEqual(["LONG.md"]);
  });

  test("is what all work on it takes together", () => {
    const during = duringOf(guard([]));
    const long = source("LONG.md", 20_000);
    let clock = 0;
    vi.spyOn(performance, "now").mockImplementation(() => clock);
    const busy = () => {
      clock += 6_000;
    };
    // Another report's time is its own.
    during(source("OTHER.md", 20_000), busy);
    during(long, busy);
    during(long, busy);
    expect(() => during(long, busy)).toThrow(StartOver);
    expect(clock).toBe(18_000);
  });

  test("has no end where nobody guards it", () => {
    expect(duringOf(undefined)(source("LONG.md", 20_000), () => 1)).toBe(1);
  });
});

describe("what a process says", () => {
  function lines(...chunks: readonly string[]): string[] {
    const found: string[] = [];
    const all = new LinesOf((line) => found.push(line));
    for (const chunk of chunks) all.take(chunk);
    all.end();
    return found;
  }

  test("is handed on line by line, however it comes", () => {
    expect(lines("a\nb", "c\n", "\n", "d")).toEqual(["a\n", "bc\n", "\n", "d"]);
    expect(lines()).toEqual([]);
  });

  function said(before: string, ...runs: readonly (readonly string[])[]): string[] {
    const unsaid = new Unsaid(before);
    return runs.map((run) => {
      unsaid.begin();
      return run.map((line) => unsaid.of(line)).join("");
    });
  }

  test("is not said again by the next one, but as often as it says it", () => {
    expect(
      said("note: one\n", ["note: one\n", "two\n", "two\n"], ["note: one\n", "two\n", "two\n", "two\n", "three\n"]),
    ).toEqual(["two\ntwo\n", "two\nthree\n"]);
  });

  test("holds nothing of what V8 says where memory has run out", () => {
    expect(
      said("", ["a\n", "\n", "b\n", "\n", "<--- Last few GCs --->\n", "\n", "[1:0x1] 5 ms\n"], ["\n", "c\n"]),
    ).toEqual(["a\n\nb\n", "\nc\n"]);
  });
});

test("what a process is told to give up is read, and nothing else", () => {
  const list = [{ path: "a.md", for: "time" }];
  expect(readGivenUp(JSON.stringify(list))).toEqual(list);
  expect(readGivenUp("[]")).toEqual([]);
  for (const text of [
    "",
    "1",
    "{}",
    "[1]",
    "[null]",
    '[{"path":"a.md"}]',
    '[{"path":1,"for":"time"}]',
    '[{"path":"a","for":"x"}]',
  ])
    expect(readGivenUp(text)).toBeUndefined();
});

describe("a process that is looked after", () => {
  /** Runs a program that stands for this one. */
  async function run(program: string, further?: { path: string; for: "time" }, argv = ["check"]) {
    const folder = await makeFolder();
    const file = join(folder, "program.cjs");
    writeFileSync(
      file,
      `const tell = (m) => require("fs").writeSync(3, JSON.stringify(m) + "\\n");
      const givenUp = JSON.parse(process.env.BLOCKERS_APART);\n${program}`,
    );
    const world = testWorld(folder, { env: { PATH: process.env.PATH } });
    const own = { command: [process.execPath, file] as const, input: () => undefined, said: () => "" };
    const exitCode = await lookAfter(argv, world, own, further).catch((error: unknown) => String(error));
    return { exitCode, stderr: world.output("stderr") };
  }

  test.each([0, 1, 2, 3])("ends the run as it ends itself: %i", async (code) => {
    expect(await run(`process.exit(${code})`)).toEqual({ exitCode: code, stderr: "" });
  });

  test("is started anew without the report that it was at when it ended", async () => {
    const { exitCode, stderr } = await run(`
      if (givenUp.length === 1) { console.error(JSON.stringify(givenUp)); process.exit(1); }
      tell({ at: "a.md" }); tell({ at: "b.md" }); process.abort();`);
    expect(exitCode).toBe(1);
    expect(stderr).toBe('[{"path":"b.md","for":"memory"}]\n');
  });

  test("gives up what the one before it gave up, and what it says", async () => {
    const { stderr } = await run(
      `if (givenUp.length < 2) { tell({ givenUp: { path: "b.md", for: "time" } }); process.exit(2); }
      console.error(givenUp.map(({ path }) => path).join()); process.exit(2);`,
      { path: "a.md", for: "time" },
    );
    expect(stderr).toBe("a.md,b.md\n");
  });

  test.each([
    ["was at none", "process.abort();", "SIGABRT"],
    ["ends at one that was given up", 'tell({ at: "a.md" }); process.kill(process.pid, "SIGKILL");', "SIGKILL"],
    ["is ended by somebody", 'tell({ at: "a.md" }); process.kill(process.pid, "SIGTERM");', "SIGTERM"],
    ["ends by a code that it does not have", "process.exit(70);", "exit code 70"],
  ])("is an error where it %s", async (_, program, how) => {
    const { exitCode } = await run(program);
    expect(exitCode).toBe(`BlockersError: the process that reads the reports ended by ${how}`);
  });

  test("is an error where too many reports end it", async () => {
    const { exitCode } = await run('tell({ at: givenUp.length + ".md" }); process.exit(70);');
    const names = Array.from({ length: MAX_GIVEN_UP + 1 }, (_, at) => `${at}.md`).join(", ");
    expect(exitCode).toBe(`BlockersError: too many reports take too much time or memory: ${names}`);
  });

  test("tells how far it is, and waits until that is taken from the screen before it says something", async () => {
    const folder = await makeFolder();
    const file = join(folder, "program.cjs");
    writeFileSync(
      file,
      `const fs = require("fs"); const tell = (m) => fs.writeSync(3, JSON.stringify(m) + "\\n");
      tell({ done: 3, total: 10, what: "reports read" });
      tell({ clear: true });
      fs.readSync(3, Buffer.alloc(1));
      fs.writeFileSync("went-on", "");
      process.exit(0);`,
    );
    const seen: string[] = [];
    const progress = {
      tell: (done: number, total: number, what: string) => seen.push(`${done} of ${total} ${what}`),
      clear: () => seen.push(existsSync(join(folder, "went-on")) ? "too late" : "cleared"),
    };
    const world = testWorld(folder, { env: { PATH: process.env.PATH }, progress });
    const own = { command: [process.execPath, file] as const, input: () => undefined, said: () => "" };
    expect(await lookAfter([], world, own, undefined)).toBe(0);
    // The first time before it was started.
    expect(seen).toEqual(["cleared", "3 of 10 reports read", "cleared"]);
    expect(existsSync(join(folder, "went-on"))).toBe(true);
  });

  test.each([
    [["check"], 1],
    [["fix", "-i"], 0],
    [["fix", "a.md", "--interactive"], 0],
  ])("speaks for itself where it asks, as a question is no whole line: %j", async (argv, code) => {
    const { ino, dev } = fstatSync(2);
    const program = `const { ino, dev } = require("fs").fstatSync(2);
      process.exit(ino === ${ino} && dev === ${dev} ? 0 : 1);`;
    expect(await run(program, undefined, argv)).toEqual({ exitCode: code, stderr: "" });
  });

  test("is an error where it cannot be started", async () => {
    const world = testWorld(await makeFolder());
    const own = { command: ["/nowhere/node"] as const, input: () => undefined, said: () => "" };
    await expect(lookAfter([], world, own, undefined)).rejects.toThrow("no process could be started for long reports");
  });
});
