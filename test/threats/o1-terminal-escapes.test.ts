import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ESCAPES, leaksOf, withoutColours } from "../helpers/escapes.js";
import { type Planted, PRINTING, plant, wrongUsages } from "../helpers/planted.js";
import { makeFolder } from "../helpers/scenario.js";

const PATIENCE = 120_000;

let planted: Planted;
let empty: string;

beforeAll(async () => {
  planted = await plant(ESCAPES);
  empty = await makeFolder();
}, PATIENCE);

const unique = (found: readonly string[]) => [...new Set(found)].sort();

test("O1: there are sixty of them at least", () => {
  expect(new Set(ESCAPES).size).toBeGreaterThanOrEqual(60);
});

describe("O1: nothing in a report, a path, git or a configuration is obeyed by the terminal", () => {
  test.each(PRINTING.map((argv) => [argv.join(" "), argv] as const))(
    "%s",
    { timeout: PATIENCE },
    async (name, argv) => {
      const { stdout, stderr } = await planted.run(argv);
      const output = stdout + stderr;
      expect(output.length).toBeGreaterThan(1000);
      expect(unique(leaksOf(name.includes("--color always") ? withoutColours(output) : output))).toEqual([]);
    },
  );

  test("in any form of a result, but shown", { timeout: PATIENCE }, async () => {
    const forms = await planted.forms();
    for (const [name, output] of Object.entries(forms))
      expect({ name, leaks: unique(leaksOf(output)) }).toEqual({ name, leaks: [] });
    for (const shown of ["\\u{1b}]52;c;", "\\u{9b}31m", "\\u{202e}turned", "fake\\u{d}real"])
      expect(forms["check concise"]).toContain(shown);
  });

  // A name with a blank is followed by a tab, as git has it.
  const withoutNameEnds = (diff: string): string => diff.replace(/(?<=^(?:---|\+\+\+) .*)\t$/gm, "");

  test("in a diff on a terminal either", { timeout: PATIENCE }, async () => {
    const { stdout, stderr } = await planted.run(["fix", "--diff", "--unsafe", "--color", "always"]);
    expect(stdout).toContain("\\u{1b}]52;c;");
    expect(unique(leaksOf(withoutColours(withoutNameEnds(stdout + stderr))))).toEqual([]);
  });

  test("and a diff for a pipe keeps a report's line ends, and what only turns or hides", {
    timeout: PATIENCE,
  }, async () => {
    const { stdout } = await planted.run(["fix", "--diff", "--unsafe"]);
    expect(stdout).toContain("\\u{1b}]52;c;");
    expect(withoutNameEnds(stdout).match(/(?![\n\r])\p{Cc}/gu) ?? []).toEqual([]);
  });
});

test("O1: nor anything of a wrong command line", { timeout: PATIENCE }, async () => {
  for (const given of ESCAPES) {
    for (const argv of wrongUsages(given)) {
      const { code, stdout, stderr } = await planted.run(argv, { cwd: empty });
      expect({ argv, code, leaks: leaksOf(stdout + stderr) }).toEqual({ argv, code: 2, leaks: [] });
    }
  }
});

test("O1: nor anything of a wrong configuration, baseline or list of files", { timeout: PATIENCE }, async () => {
  const folder = await makeFolder();
  writeFileSync(join(folder, "STATUS.md"), "# Status\n\n1 of 2 done (50%)\n");
  for (const given of ESCAPES) {
    for (const config of [{ [given]: 1 }, { rules: { [given]: "off" } }, { refs: [given] }, { failOn: given }]) {
      writeFileSync(join(folder, "wrong.json"), JSON.stringify(config));
      const { code, stderr } = await planted.run(["check", "--config", "wrong.json"], { cwd: folder });
      expect({ config, code, leaks: leaksOf(stderr) }).toEqual({ config, code: 2, leaks: [] });
    }
    writeFileSync(join(folder, "wrong.yaml"), `a: ${given}\n${given}: [`);
    writeFileSync(join(folder, "known.json"), `{ "${given}": `);
    writeFileSync(join(folder, "list.txt"), `${given}\nSTATUS.md`);
    for (const flag of ["--config=wrong.yaml", "--baseline=known.json", "--files-from=list.txt"]) {
      const { stdout, stderr } = await planted.run(["check", flag, "--no-git"], { cwd: folder });
      expect({ flag, leaks: leaksOf(stdout + stderr) }).toEqual({ flag, leaks: [] });
    }
  }
});
