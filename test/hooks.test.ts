import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { main } from "../src/cli/main.js";
import { makeFolder, runUserGit } from "./helpers/scenario.js";
import { testWorld } from "./helpers/test-world.js";

const MANIFEST = fileURLToPath(new URL("../.pre-commit-hooks.yaml", import.meta.url));

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  readonly language: string;
  readonly require_serial: boolean;
  readonly pass_filenames?: boolean;
}

const hooks = parse(readFileSync(MANIFEST, "utf8")) as readonly Hook[];

const WRONG = "# Pier Status\n\n**Progress**: 2 of 2 tasks done\n\n- [x] Pilings\n- [ ] Planks\n";
const RIGHT = WRONG.replace("2 of 2", "1 of 2");
const MANUAL = "# How to use it\n\nBuild 3 of 5 planks (80%).\n";

/** Runs a hook's entry as the framework does: its words, and the files behind them where it wants them. */
async function run(id: string, files: Readonly<Record<string, string>>) {
  const folder = await makeFolder();
  runUserGit(folder, "init");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  runUserGit(folder, "add", ".");
  const hook = hooks.find((one) => one.id === id);
  const [program, ...words] = hook?.entry.split(" ") ?? [];
  expect(program).toBe("blockers");
  const world = testWorld(folder);
  const code = await main([...words, ...(hook?.pass_filenames === false ? [] : Object.keys(files))], world);
  return { code, stdout: world.output("stdout"), read: (name: string) => readFileSync(join(folder, name), "utf8") };
}

describe("the hooks for the pre-commit framework", () => {
  test("name what the framework needs, once each", () => {
    expect(hooks.map(({ id }) => id)).toEqual(["blockers", "blockers-all", "blockers-fix"]);
    for (const { name, language, require_serial } of hooks) {
      expect(name).not.toBe("");
      expect(language).toBe("node");
      // Reports may speak of each other: they are not to be split over processes.
      expect(require_serial).toBe(true);
    }
  });

  test.each(["blockers", "blockers-all"])("%s fails for a wrong number, and for nothing else", async (id) => {
    expect((await run(id, { "STATUS.md": WRONG, "README.md": MANUAL })).code).toBe(1);
    expect((await run(id, { "STATUS.md": RIGHT, "README.md": MANUAL })).code).toBe(0);
  });

  test("blockers-all keeps nobody from committing to a repository without reports", async () => {
    expect((await run("blockers-all", { "README.md": MANUAL })).code).toBe(0);
    expect((await run("blockers-all", {})).code).toBe(0);
  });

  test("blockers passes where no changed file is a report", async () => {
    expect((await run("blockers", { "README.md": MANUAL, "-x.md": MANUAL })).code).toBe(0);
  });

  test("blockers-fix puts the number right, and fails if it did", async () => {
    const fixed = await run("blockers-fix", { "STATUS.md": WRONG, "README.md": MANUAL });
    expect(fixed.code).toBe(1);
    expect(fixed.read("STATUS.md")).toBe(RIGHT);
    expect((await run("blockers-fix", { "STATUS.md": RIGHT, "README.md": MANUAL })).code).toBe(0);
  });
});
