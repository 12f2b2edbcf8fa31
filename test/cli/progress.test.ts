import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { clearing, createProgress } from "../../src/cli/progress.js";
import type { Sink } from "../../src/cli/world.js";
import { makeFolder } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

/** A terminal whose lines can be read, and a clock that stands still by itself. */
function desk({
  env = {},
  columns = 80,
  isTTY = true,
}: {
  env?: Record<string, string>;
  columns?: number;
  isTTY?: boolean;
} = {}) {
  let written = "";
  let time = 0;
  const waiting: { readonly at: number; readonly act: () => void }[] = [];
  const sink: Sink = {
    write: (text) => {
      written += String(text);
    },
    isTTY,
    columns: isTTY ? columns : undefined,
  };
  const progress = createProgress(sink, env, {
    now: () => time,
    after: (milliseconds, act) => waiting.push({ at: time + milliseconds, act }),
  });
  return {
    progress,
    sink: clearing(sink, progress),
    pass: (milliseconds: number) => {
      time += milliseconds;
      for (const one of waiting.splice(0)) one.at <= time ? one.act() : waiting.push(one);
    },
    written: () => written,
    /** The lines as a terminal shows them in the end. */
    shown: () =>
      written.split("\n").map((line) =>
        line
          .split("\r")
          .reduce((under, text) => text + under.slice(text.length), "")
          .trimEnd(),
      ),
  };
}

describe("progress", () => {
  test("is not spoken of before a second has passed", () => {
    const { progress, pass, written, shown } = desk();
    progress.tell(1, 2000, "files read");
    pass(999);
    progress.tell(1200, 2000, "files read");
    expect(written()).toBe("");
    pass(1);
    expect(shown()).toEqual(["1,200 of 2,000 files read"]);
  });

  test("changes ten times a second at most, and leaves nothing of a longer text", () => {
    const { progress, pass, written, shown } = desk();
    pass(1000);
    progress.tell(1000, 1000, "files read");
    const once = written();
    for (let done = 0; done < 50; done++) progress.tell(done, 60, "reports");
    expect(written()).toBe(once);
    pass(100);
    expect(shown()).toEqual(["49 of 60 reports"]);
  });

  test("goes away before anything else is written, and comes back with what is told next", () => {
    const { progress, sink, pass, shown } = desk();
    pass(1000);
    progress.tell(1, 3, "files read");
    sink.write("a\n");
    expect(shown()).toEqual(["a", ""]);
    pass(1000);
    expect(shown()).toEqual(["a", ""]);
    progress.tell(2, 3, "files read");
    expect(shown()).toEqual(["a", "2 of 3 files read"]);
    progress.clear();
    expect(shown()).toEqual(["a", ""]);
  });

  test("fits into the terminal", () => {
    const { progress, pass, shown } = desk({ columns: 10 });
    pass(1000);
    progress.tell(1, 3, "files read");
    expect(shown()).toEqual(["1 of 3 fi"]);
  });

  test.each([
    ["no terminal", { isTTY: false }],
    ["a terminal that cannot take a line back", { env: { TERM: "dumb" } }],
    ["a runner", { env: { CI: "true" } }],
  ])("is kept from %s", (_, circumstances) => {
    const { progress, pass, written } = desk(circumstances);
    pass(1000);
    progress.tell(1, 3, "files read");
    expect(written()).toBe("");
  });

  test("is told of files, and of reports as they are read and checked", async () => {
    const folder = await makeFolder();
    writeFileSync(
      join(folder, "STATUS.md"),
      "# Pier Status\n\n**Progress**: 1 of 2 tasks done\n\n- [x] Pilings\n- [ ] Planks\n",
    );
    writeFileSync(join(folder, "notes.md"), "Nothing.\n");
    const told: string[] = [];
    const progress = {
      tell: (done: number, total: number, what: string) => told.push(`${done}/${total} ${what}`),
      clear: () => told.push(""),
    };
    expect(await main(["check", "--no-git"], testWorld(folder, { progress }))).toBe(0);
    expect(told).toEqual([
      "0/2 files read",
      "1/2 files read",
      "0/1 reports read",
      "0/1 reports searched for claims",
      "0/1 reports judged",
      "0/1 reports checked",
      "",
    ]);
  });
});
