import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { makeFolder } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const BIN = fileURLToPath(new URL("../../bin/blockers.js", import.meta.url));
const COMMAND = `'${process.execPath}' '${BIN}'`;
const PATIENCE = 60_000;

const REPORT = `# Pier Status

**Progress**: 25% (1 of 4 tasks done)

- [x] Pilings
- [ ] Planks
- [ ] Lamps
- [ ] Railing
`;

async function makeCheckout() {
  const folder = await makeFolder();
  const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: "1" };
  const who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
  const git = (...args: readonly string[]): string =>
    execFileSync("git", [...who, ...args], { cwd: folder, env, encoding: "utf8", stdio: "pipe" });
  git("init", "--initial-branch=main");
  const write = (name: string, text: string): void => writeFileSync(`${folder}/${name}`, text);
  return { folder, git, write, read: (name: string) => readFileSync(`${folder}/${name}`, "utf8") };
}

async function initIn(folder: string, args = ["init", "--merge-driver"]) {
  const world = testWorld(folder, { command: COMMAND });
  return { code: await main(args, world), stdout: world.output("stdout"), stderr: world.output("stderr") };
}

describe("blockers init --merge-driver", () => {
  test("lets two branches that each tick a box merge, and counts anew", { timeout: PATIENCE }, async () => {
    const { folder, git, write, read } = await makeCheckout();
    write("STATUS.md", REPORT);
    expect((await initIn(folder)).code).toBe(0);
    git("add", ".");
    git("commit", "-m", "start");
    git("switch", "-c", "planks");
    const halfway = REPORT.replace("25% (1", "50% (2");
    write("STATUS.md", halfway.replace("[ ] Planks", "[x] Planks"));
    git("commit", "-am", "planks");
    git("switch", "-c", "railing", "main");
    write("STATUS.md", halfway.replace("[ ] Railing", "[x] Railing"));
    git("commit", "-am", "railing");
    git("merge", "planks");
    const both = REPORT.replace("[ ] Planks", "[x] Planks").replace("[ ] Railing", "[x] Railing");
    expect(read("STATUS.md")).toBe(both.replace("25% (1", "75% (3"));
    expect(git("status", "--porcelain")).toBe("");
  });

  test("adds to .gitattributes what is missing, once, in its own line ends", { timeout: PATIENCE }, async () => {
    const { folder, write, read, git } = await makeCheckout();
    write(".gitattributes", "*.png binary\r\n*.sh eol=lf");
    expect((await initIn(folder)).stdout).toContain(".gitattributes: written; it names the merge driver");
    const written = "*.png binary\r\n*.sh eol=lf\r\n*.md merge=blockers\r\n";
    expect(read(".gitattributes")).toBe(written);
    expect((await initIn(folder)).stdout).toBe("the merge driver was set up already\n");
    expect(read(".gitattributes")).toBe(written);
    expect(git("config", "--local", "merge.blockers.driver").trim()).toBe(`${COMMAND} merge-driver -- %O %A %B %L %P`);
  });

  test("names the reports of the configuration", { timeout: PATIENCE }, async () => {
    const { folder, write, read } = await makeCheckout();
    write("blockers.yaml", 'reports: ["docs/*STATUS*.md", "reports/", "!reports/old.md", "my notes.md"]\n');
    expect((await initIn(folder)).code).toBe(0);
    expect(read(".gitattributes")).toBe(
      'docs/*STATUS*.md merge=blockers\nreports/** merge=blockers\n"my notes.md" merge=blockers\n',
    );
  });

  test("says what it needs", async () => {
    const folder = await makeFolder();
    expect(await initIn(folder)).toMatchObject({ code: 2, stderr: expect.stringContaining("no git checkout here") });
  });
});
