import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { HOSTILE_MARKDOWN } from "../helpers/hostile-markdown.js";
import { makeFolder } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const BIN = fileURLToPath(new URL("../../bin/blockers.js", import.meta.url));
const THOROUGH = process.env.BLOCKERS_THOROUGH === "1";
const PATIENCE = 120_000;
/** A run, its start, and a machine that has other things to do. */
const LIMIT = 10_000;

const SOUND = "# Pier Status\n\nProgress: 1 of 2 done (80%)\n\n- [x] Pilings\n- [ ] Planks\n";
const LONG = `# Quay Status\n\n${"- [x] one thing that was done, of many\n".repeat(1500)}`;

/** The clock of a machine on which a fraction of a second is an age. */
const IMPATIENT = `import vm from "node:vm"; const run = vm.Script.prototype.runInThisContext;
  vm.Script.prototype.runInThisContext = function () { return run.call(this, { timeout: 1 }); };`;

function nodeWith(preload: string): string[] {
  return ["--import", `data:text/javascript,${encodeURIComponent(preload)}`];
}

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await makeFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function run(folder: string, argv: readonly string[], { preload = IMPATIENT, input = "" } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeWith(preload), BIN, ...argv], {
    cwd: folder,
    env: { PATH: process.env.PATH, SYSTEMROOT: process.env.SYSTEMROOT },
    encoding: "utf8",
    input,
  });
  return { code: status, stdout, stderr };
}

describe("I1: whatever a report looks like, it is checked in time", { timeout: PATIENCE }, () => {
  test.each(Object.entries(HOSTILE_MARKDOWN))("%s", async (_, make) => {
    const folder = await folderWith({
      "SHORT.md": `# Status report\n\n${make(1_000)}\n`,
      "LONGER.md": `# Status report\n\n${make(20_000)}\n`,
    });
    const world = testWorld(folder);
    const began = Date.now();
    const code = await main(["check", "SHORT.md", "LONGER.md", "--no-git", "--format", "json"], world);
    expect(Date.now() - began).toBeLessThan(LIMIT);
    expect([0, 1]).toContain(code);
    expect(JSON.parse(world.output("stdout")).files).toHaveLength(2);
  });
});

test.runIf(THOROUGH)("I1: a megabyte of it ends in time, or is given up", { timeout: 3_600_000 }, async () => {
  for (const [name, make] of Object.entries(HOSTILE_MARKDOWN)) {
    const folder = await folderWith({ "HOSTILE.md": `# Status report\n\n${make(1_000_000)}\n`, "SOUND.md": SOUND });
    const began = Date.now();
    const { code, stdout } = run(folder, ["check", "HOSTILE.md", "SOUND.md", "--no-git"], { preload: "" });
    expect(Date.now() - began, name).toBeLessThan(LIMIT + 5_000);
    expect([1, 2], name).toContain(code);
    expect(stdout, name).toContain("SOUND.md:3:");
  }
});

describe("I1: a report that takes too long is given up", { timeout: PATIENCE }, () => {
  const GIVEN_UP = /^blockers: LONG\.md takes more than 10 seconds, and was given up\n {2}Shorten it[^\n]*\n$/;

  test.each([["check"], ["status"], ["table"], ["baseline"]])(
    "%s says so once, and does the others",
    async (command) => {
      const folder = await folderWith({ "LONG.md": LONG, "SOUND.md": SOUND });
      const { code, stdout, stderr } = run(folder, [command, "LONG.md", "SOUND.md"]);
      expect(code).toBe(2);
      expect(stderr).toMatch(GIVEN_UP);
      if (command !== "baseline") expect(stdout).toMatch(/SOUND\.md|Pilings/);
    },
  );

  test("what it found in the others is what it finds in them alone", async () => {
    const folder = await folderWith({ "LONG.md": LONG, "SOUND.md": SOUND });
    const alone = run(folder, ["check", "SOUND.md", "--format", "json"]);
    const among = run(folder, ["check", "LONG.md", "SOUND.md", "--format", "json"]);
    expect(alone.code).toBe(1);
    expect(JSON.parse(among.stdout).files).toEqual(JSON.parse(alone.stdout).files);
  });

  test("what was said before is not said again", async () => {
    const folder = await folderWith({ "LONG.md": LONG, "LEFT.md": SOUND, "blockers.yaml": "ignore: [LEFT.md]\n" });
    const { code, stderr } = run(folder, ["check", "LEFT.md", "LONG.md"]);
    expect(code).toBe(2);
    expect(stderr.split("\n").filter((line) => line.includes("LEFT.md"))).toHaveLength(1);
    expect(stderr).toContain("LONG.md takes more than");
  });

  test("on standard input it is handed on as it came", async () => {
    const folder = await folderWith({});
    const { code, stdout, stderr } = run(folder, ["fix", "-", "--stdin-filename", "LONG.md"], { input: LONG });
    expect(code).toBe(2);
    expect(stderr).toMatch(GIVEN_UP);
    expect(stdout).toBe(LONG);
  });

  test("and is not written to by fix, while others are", async () => {
    const long = LONG.replace("Status\n", "Status\n\nProgress: 1 of 2 (80%)\n");
    const folder = await folderWith({ "LONG.md": long, "SOUND.md": SOUND });
    const { code } = run(folder, ["fix", "LONG.md", "SOUND.md"]);
    expect(code).toBe(2);
    expect(readFileSync(join(folder, "LONG.md"), "utf8")).toBe(long);
    expect(readFileSync(join(folder, "SOUND.md"), "utf8")).toContain("(50%)");
  });

  test("where there are too many of them, the run is", async () => {
    const names = Array.from({ length: 7 }, (_, at) => `LONG${at}.md`);
    const folder = await folderWith(Object.fromEntries(names.map((name) => [name, LONG])));
    const { code, stdout, stderr } = run(folder, ["check", ...names]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^blockers: too many reports take too much time or memory: LONG0\.md, [^\n]*\n {2}Shorten/);
  });
});

test("I1: a variable that somebody has set gives up nothing", { timeout: PATIENCE }, async () => {
  const folder = await folderWith({ "SOUND.md": SOUND });
  const { status, stderr } = spawnSync(process.execPath, [BIN, "check", "SOUND.md"], {
    cwd: folder,
    env: { PATH: process.env.PATH, BLOCKERS_APART: '[{"path":"SOUND.md","for":"time"}]' },
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(1);
});

test("I1: whoever interrupts the run interrupts its other process", { timeout: PATIENCE }, async () => {
  const folder = await folderWith({ "LONG.md": LONG });
  const pid = join(folder, "pid");
  // The first process gives up at once, the second one never ends.
  const preload = `${IMPATIENT} import fs from "node:fs";
    if (process.env.BLOCKERS_APART) {
      fs.writeFileSync(${JSON.stringify(pid)}, String(process.pid));
      setInterval(() => undefined, 1000);
    }`;
  const child = spawn(process.execPath, [...nodeWith(preload), BIN, "check", "LONG.md"], {
    cwd: folder,
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal ?? code)));
  while (!existsSync(pid) || readFileSync(pid, "utf8") === "") await after(20);
  child.kill("SIGTERM");
  expect(await ended).toBe("SIGTERM");
  const other = Number(readFileSync(pid, "utf8"));
  let alive = true;
  for (let left = 200; alive && left > 0; left--) {
    await after(20);
    alive = isAlive(other);
  }
  expect(alive).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
