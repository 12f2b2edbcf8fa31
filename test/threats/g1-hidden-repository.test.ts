import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { type Checkout, checkoutAt, makeCheckout } from "../helpers/checkout.js";
import { HARBOUR } from "../helpers/commands.js";
import { makeFolder, makeRepository, runUserGit } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";
import { EVERY_COMMAND, makeTraps, payloads, type Traps } from "../helpers/traps.js";

const PATIENCE = { timeout: 120_000 };

let checkout: Checkout;
let traps: Traps;
/** A commit that only the hidden repository has, and one that only the real one has. */
let forged: string;
let real: string;

/** Has git take the folder itself for the checkout of what lies in it. */
const ENTERED = "[core]\n\trepositoryFormatVersion = 0\n\tbare = false\n\tworktree = .\n";

/** Puts a bare repository, with everything it may say, among the files of a folder. */
async function hide(folder: string): Promise<string> {
  const { path, git, commit } = await makeCheckout();
  const id = await commit({ "src/forged.py": "x\n" }, "Forge");
  git("pack-refs", "--no-prune", "--all");
  mkdirSync(folder, { recursive: true });
  for (const name of ["HEAD", "objects", "refs", "packed-refs"])
    cpSync(join(path, ".git", name), join(folder, name), { recursive: true });
  const { fetch: _, ...configs } = payloads(traps);
  writeFileSync(join(folder, "config"), `${ENTERED}${Object.values(configs).join("")}`);
  cpSync(traps.hooks("hooks"), join(folder, "hooks"), { recursive: true });
  return id;
}

beforeAll(async () => {
  traps = await makeTraps();
  const repository = await makeRepository(HARBOUR);
  real = repository.id("light");
  checkout = checkoutAt(repository.path);
  const hidden = join(checkout.path, "docs", "hidden");
  forged = await hide(hidden);
  const files = { "STATUS.md": citing(forged), "base.md": "", "ours.md": "", "theirs.md": "" };
  await checkoutAt(hidden).write(files);
  // With HEAD and this file alone git takes a folder for a repository, too.
  await checkout.write({ "docs/other/HEAD": "ref: refs/heads/main\n", "docs/other/commondir": "../hidden\n" });
  await checkout.write({ "docs/other/STATUS.md": citing(forged) });
  checkout.git("add", "-A");
  checkout.git("commit", "-q", "-m", "Hide a repository");
  traps.sprung();
}, PATIENCE.timeout);

function citing(id: string): string {
  return `# Pier Status\n\n**Progress**: 1 of 2 tasks done\n\n- [x] Pilings, commit \`${id}\`\n- [ ] Planks\n`;
}

describe("G1: a repository hidden in the files of another", PATIENCE, () => {
  test("would have its programs run by git itself", () => {
    expect(() => runUserGit(join(checkout.path, "docs", "hidden"), "status")).not.toThrow();
    expect(traps.sprung()).toContain("fsmonitor");
  });

  describe.each([
    ["the top", ".", "STATUS.md"],
    ["its folder", "docs/hidden", "STATUS.md"],
    ["a folder within", "docs/hidden/refs", "../STATUS.md"],
    ["the top, by the absolute path", ".", "/docs/hidden/STATUS.md"],
  ])("has a say in nothing that is run from %s", (_, folder, report) => {
    test.each(EVERY_COMMAND)("$name", async ({ argv, input }) => {
      const named = report.startsWith("/") ? join(checkout.path, report) : report;
      const world = testWorld(join(checkout.path, folder), { input });
      const code = await main(
        argv.map((word) => (word === "STATUS.md" ? named : word)),
        world,
      );
      expect([0, 1, 2, 3]).toContain(code);
      expect(traps.sprung()).toEqual([]);
      expect(world.output("stderr")).not.toContain("git cannot be asked here");
    });
  });

  test.each(["docs/hidden", "docs/hidden/refs/heads", "docs/other"])(
    "the top level seen from %s is the real one",
    async (folder) => {
      const cwd = join(checkout.path, folder);
      const { stdout } = await checkout.run(["doctor", "--format", "json"], { cwd });
      const [repository] = JSON.parse(stdout).inspections.filter((one: { name: string }) => one.name === "repository");
      expect(repository).toMatchObject({ state: "ok", text: `a checkout at ${checkout.path}` });
    },
  );

  test.each(["docs/hidden", "docs/other"])("the history seen from %s is the real one", async (folder) => {
    const cwd = join(checkout.path, folder);
    const found = async (text: string) => {
      await checkoutAt(cwd).write({ "NEW_STATUS.md": text });
      const { stdout } = await checkout.run(["check", "--format", "json", "NEW_STATUS.md"], { cwd });
      return JSON.parse(stdout).files[0].diagnostics.map(({ rule }: { rule: string }) => rule);
    };
    expect(await found(citing(forged))).toEqual(["commit-not-found"]);
    expect(await found(citing(real))).toEqual([]);
  });

  test("one that nobody committed is not taken for part of the checkout, nor entered", async () => {
    const loose = join(checkout.path, "mirror.git");
    await hide(loose);
    await checkoutAt(loose).write({ "STATUS.md": citing(forged) });
    const { stderr } = await checkout.run(["check", "STATUS.md"], { cwd: loose });
    expect(stderr).toContain("a bare repository is used only when it is named with --repo");
    expect(traps.sprung()).toEqual([]);
  });

  test("one far outside of every checkout is not entered", async () => {
    const outside = join(await makeFolder(), "mirror");
    await hide(outside);
    await checkoutAt(outside).write({ "STATUS.md": citing(forged) });
    const { stderr } = await checkout.run(["check", "STATUS.md"], { cwd: outside });
    expect(stderr).toContain("a bare repository is used only when it is named with --repo");
    expect(traps.sprung()).toEqual([]);
  });
});
