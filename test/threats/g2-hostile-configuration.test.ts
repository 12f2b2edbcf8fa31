import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { type Checkout, checkoutAt } from "../helpers/checkout.js";
import { HARBOUR } from "../helpers/commands.js";
import { makeFolder, makeRepository } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";
import { EVERY_COMMAND, HOSTILE_ATTRIBUTES, makeTraps, payloads, type Traps } from "../helpers/traps.js";

const PATIENCE = { timeout: 240_000 };
const BIN = fileURLToPath(new URL("../../bin/blockers.js", import.meta.url));
const canTrace = spawnSync("strace", ["-f", "-e", "trace=execve", "true"]).status === 0;

/** With BLOCKERS_THOROUGH=1 each payload also lies in wait alone, so that none can hide behind another. */
const THOROUGH = process.env.BLOCKERS_THOROUGH === "1";

/** One in a repository with all objects, one in a clone that lacks some and knows whom to ask. */
const TOGETHER = [
  ["every payload but one", (name: string) => name !== "fetch"],
  ["the one that fetches what is missing", (name: string) => name === "fetch"],
] as const;

interface Hostile extends Checkout {
  readonly traps: Traps;
}

/** A checkout as somebody may hand it over with its `.git`; `which` says what lies in wait there. */
async function makeHostile(which: (name: string) => boolean): Promise<Hostile> {
  const traps = await makeTraps();
  const { path } = await makeRepository(HARBOUR);
  const checkout = checkoutAt(path);
  checkout.git("tag", "v1");
  await checkout.commit({ ".gitattributes": HOSTILE_ATTRIBUTES, "src/buoys.py": "changed\n" });
  sign(checkout);
  const set = Object.entries(payloads(traps)).filter(([name]) => which(name));
  const git = join(path, ".git");
  if (which("fetch")) loseABlob(checkout);
  // The one is read as the other is.
  const [own, included] = [set.filter((_, at) => at % 2 === 0), set.filter((_, at) => at % 2 === 1)];
  writeFileSync(join(git, "more"), included.map(([, text]) => text).join(""));
  appendFileSync(join(git, "config"), `${own.map(([, text]) => text).join("")}[include]\n\tpath = more\n`);
  if (which("hooks")) cpSync(traps.hooks("hooks"), join(git, "hooks"), { recursive: true });
  traps.sprung();
  return { ...checkout, traps };
}

/** A commit with a signature that is none: whoever wants it verified starts a program. */
function sign(checkout: Checkout): void {
  const [head = "", body = ""] = checkout.git("cat-file", "commit", "HEAD").split("\n\n");
  const signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n none\n -----END PGP SIGNATURE-----";
  const id = execFileSync("git", ["hash-object", "-t", "commit", "-w", "--stdin"], {
    cwd: checkout.path,
    input: `${head}\n${signature}\n\n${body}\n`,
    encoding: "utf8",
  });
  checkout.git("reset", "-q", "--hard", id.trim());
}

function loseABlob(checkout: Checkout): void {
  const id = checkout.git("rev-parse", "HEAD:src/buoys.py");
  const file = join(checkout.path, ".git", "objects", id.slice(0, 2), id.slice(2));
  expect(existsSync(file)).toBe(true);
  rmSync(file);
}

/** Runs a command as in a fresh checkout: what was changed on disk looks changed to git, too. */
async function run({ path }: Checkout, argv: readonly string[], input: string): Promise<number> {
  appendFileSync(join(path, "src/buoys.py"), "more\n");
  return main(argv, testWorld(path, { input }));
}

describe("G2: a hostile configuration, with attributes and hooks", PATIENCE, () => {
  test("git itself would walk into these traps", async () => {
    const { path, git, traps } = await makeHostile((name) => name !== "fetch");
    const plainly = (...args: readonly string[]): void => {
      try {
        git(...args);
      } catch {
        // A trap in the place of a filter fails.
      }
    };
    appendFileSync(join(path, "src/buoys.py"), "more\n");
    for (const args of [["status"], ["diff"], ["log", "-p"], ["checkout", "v1"], ["blame", "STATUS.md"], ["gc"]])
      plainly(...args);
    const expected = ["fsmonitor", "gpg", "hooks", "process", "textconv"];
    expect(traps.sprung()).toEqual(expect.arrayContaining(expected));

    const lacking = await makeHostile((name) => name === "fetch");
    expect(() => lacking.git("cat-file", "-p", "HEAD:src/buoys.py")).toThrow();
    expect(lacking.traps.sprung()).toEqual(["fetch"]);
  });

  describe.each(TOGETHER)("%s", (_, which) => {
    test("is run by no command", async () => {
      const checkout = await makeHostile(which);
      for (const { name, argv, input } of EVERY_COMMAND) {
        expect([0, 1, 2, 3], name).toContain(await run(checkout, argv, input));
        expect(checkout.traps.sprung(), name).toEqual([]);
      }
    });
  });

  test.runIf(THOROUGH)("each alone is run by no command", async () => {
    for (const kind of Object.keys(payloads(await makeTraps()))) {
      const checkout = await makeHostile((name) => name === kind);
      for (const { name, argv, input } of EVERY_COMMAND) {
        await run(checkout, argv, input);
        expect(checkout.traps.sprung(), `${kind}: ${name}`).toEqual([]);
      }
    }
  });

  test("attributes alone, as a pull request may bring them, start nothing in the installed hook either", async () => {
    const { path, git, traps, write } = await makeHostile(() => false);
    expect(await main(["init", "--hook"], testWorld(path, { command: `'${process.execPath}' '${BIN}'` }))).toBe(0);
    await write({
      ".lfsconfig": `[lfs]\n\turl = ${traps.program("lfs")}\n`,
      ".gitmodules": payloads(traps).submodule ?? "",
    });
    await write({ "src/buoys.py": "once more\n" });
    git("add", "-A");
    expect(() => git("commit", "-q", "-m", "Work")).toThrow("percentage-mismatch");
    expect(traps.sprung()).toEqual([]);
  });
});

describe.skipIf(!canTrace)("G2: what is executed, as strace sees it", PATIENCE, () => {
  test.each([
    ["check", "--require-evidence"],
    ["check", "--staged"],
    ["fix", "--unsafe", "STATUS.md"],
    ["init", "--hook", "--merge-driver", "--dry-run"],
    ["doctor"],
    ["merge-driver", "base.md", "ours.md", "theirs.md"],
    ["demo"],
  ])("%s %s", async (...argv) => {
    const { path } = await makeHostile((name) => name !== "fetch");
    appendFileSync(join(path, "src/buoys.py"), "more\n");
    const log = join(await makeFolder(), "log");
    const home = await makeFolder();
    const words = [
      "-f",
      "-qq",
      "-e",
      "trace=execve,execveat",
      "-o",
      log,
      process.execPath,
      BIN,
      ...argv.filter(Boolean),
    ];
    const env = { PATH: [dirname(process.execPath), process.env.PATH].join(delimiter), HOME: home };
    const { status } = spawnSync("strace", words, { cwd: path, env });
    expect([0, 1, 2, 3]).toContain(status);
    const started = [...readFileSync(log, "utf8").matchAll(/execve(?:at)?\((?:AT_FDCWD, )?"([^"]*)".* = 0$/gm)];
    const programs = new Set(started.map(([, program = ""]) => program.split("/").at(-1)));
    expect(programs).toContain("node");
    expect([...programs].filter((name) => name !== "node" && name !== "git")).toEqual([]);
    expect(readdirSync(home)).toEqual([]);
  });
});

test("G2: a configuration that calls another folder the checkout lets nobody look into that", PATIENCE, async () => {
  const outside = await makeFolder();
  writeFileSync(join(outside, "secret.txt"), "one\ntwo\nthree\n");
  const { path } = await makeRepository(HARBOUR);
  writeFileSync(join(path, "STATUS.md"), "# Harbour Status\n\n- [x] Buoys: `secret.txt` (3 lines)\n- [ ] Lamps\n");
  const run = async () => {
    const world = testWorld(path);
    await main(["check", "STATUS.md", "--format", "json"], world);
    return { output: JSON.parse(world.output("stdout")), stderr: world.output("stderr") };
  };
  expect((await run()).stderr).toBe("");
  appendFileSync(join(path, ".git", "config"), `[core]\n\tworktree = ${outside}\n`);
  const { output, stderr } = await run();
  expect(stderr).toContain("core.worktree is a folder in which there is no .git");
  expect(output.files[0].coverage.consistent).toBe(0);
});
