import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import type { World } from "../../src/cli/world.js";
import { nodeFileSystem } from "../../src/fs/node-file-system.js";
import { type Checkout, checkoutAt, linesOf, makeCheckout, reportOn } from "../helpers/checkout.js";
import { makeFolder } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const RIGHT = reportOn(1);
const WRONG = reportOn(2);

/** Three reports on main, of which one cites a file, and a branch that is checked out. */
async function withBranch(): Promise<Checkout & { readonly base: string }> {
  const checkout = await makeCheckout();
  const base = await checkout.commit({
    "A_STATUS.md": RIGHT,
    "B_STATUS.md": RIGHT,
    "docs/STATUS.md": reportOn(1, { path: "src/worker.ts", lines: 40 }),
    "src/worker.ts": linesOf(40),
  });
  checkout.git("switch", "-q", "-c", "topic");
  return { ...checkout, base };
}

describe("--changed", () => {
  test("takes committed, staged, edited and untracked reports, and those that cite what changed", async () => {
    const checkout = await withBranch();
    const since = checkout.base.slice(0, 7);
    const run = () => checkout.run(["check", "--changed=main"]);
    expect(await run()).toEqual({
      code: 0,
      stdout: `no report is changed since ${since}, and none cites what changed\n`,
      stderr: "",
    });
    await checkout.write({ "src/worker.ts": linesOf(41) });
    expect((await run()).stdout).toMatch(/^docs\/STATUS\.md agrees.*\n1 of 3 reports: 1 cites what changed\n$/);
    await checkout.commit({ "src/worker.ts": linesOf(41), "A_STATUS.md": WRONG });
    await checkout.write({ "B_STATUS.md": WRONG, "NEW_STATUS.md": WRONG });
    const { code, stdout } = await run();
    expect(code).toBe(1);
    for (const name of ["A", "B", "NEW"]) expect(stdout).toContain(`${name}_STATUS.md:3:`);
    expect(stdout).toContain(`\n4 of 4 reports: 3 changed since ${since}, 1 cites what changed\n`);
  });

  test("leaves out deleted reports, and what was changed back", async () => {
    const checkout = await withBranch();
    await checkout.commit({ "B_STATUS.md": WRONG });
    await checkout.commit({ "B_STATUS.md": RIGHT });
    await rm(join(checkout.path, "A_STATUS.md"));
    expect(await checkout.run(["check", "--changed=main"])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^no report is changed/),
    });
  });

  test("does not say that nothing is concerned where a report could not be read", async () => {
    const checkout = await withBranch();
    await checkout.commit({ "src/worker.ts": linesOf(41) });
    const readBytes: World["fs"]["readBytes"] = async (path, limit) => {
      if (!path.endsWith("docs/STATUS.md")) return nodeFileSystem.readBytes(path, limit);
      throw Object.assign(new Error("EIO: a fault"), { code: "EIO" });
    };
    const world = testWorld(checkout.path, { fs: { ...nodeFileSystem, readBytes } });
    expect(await main(["check", "--changed=main"], world)).toBe(2);
    expect(world.output("stdout")).toBe("");
    expect(world.output("stderr")).toMatch(/^blockers: docs\/STATUS\.md: /);
  });

  test("does not take the path behind it for a revision", async () => {
    const checkout = await withBranch();
    const { code, stderr } = await checkout.run(["check", "--changed", "A_STATUS.md"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      "blockers: --changed: there is neither an upstream nor a default branch of the remote\n" +
        "  say since when: --changed=REF, with a branch, a tag or a commit id\n",
    );
  });

  test("says where a named path is nowhere, instead of checking nothing", async () => {
    const checkout = await withBranch();
    checkout.git("branch", "-q", "--set-upstream-to=main");
    expect(await checkout.run(["check", "--changed", "main"])).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "blockers: main: there is no such file or directory\n" +
        "  To compare with a commit of that name, write --changed=main.\n",
    });
    // Hooks name what was deleted, too.
    await rm(join(checkout.path, "A_STATUS.md"));
    expect((await checkout.run(["check", "--changed", "A_STATUS.md"])).code).toBe(0);
  });

  test("is measured from the remote's default branch by default", async () => {
    const origin = await withBranch();
    origin.git("switch", "-q", "main");
    const folder = await makeFolder();
    origin.git("clone", "-q", origin.path, join(folder, "clone"));
    const clone = checkoutAt(join(folder, "clone"));
    await clone.commit({ "A_STATUS.md": WRONG });
    const { code, stdout } = await clone.run(["check", "--changed", "A_STATUS.md", "docs"]);
    expect([code, stdout.split("\n").at(-2)]).toEqual([
      1,
      `1 of 2 reports: 1 changed since ${origin.base.slice(0, 7)}`,
    ]);
  });

  test.each(["none", "--output=x", "-n1"])("ends with exit code 2 for the revision %s", async (ref) => {
    const checkout = await withBranch();
    const { code, stdout, stderr } = await checkout.run(["check", `--changed=${ref}`]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`"${ref}" names no commit of this repository`);
  });
});

describe("--base and --head", () => {
  test("judge the head's files, and nothing of what is checked out", async () => {
    const checkout = await withBranch();
    const head = await checkout.commit({
      "A_STATUS.md": WRONG,
      "N_STATUS.md": reportOn(1, { path: "src/n.ts", lines: 40 }),
      "src/n.ts": linesOf(60),
    });
    checkout.git("switch", "-q", "main");
    await checkout.commit({ "B_STATUS.md": WRONG });
    await checkout.write({ "A_STATUS.md": RIGHT, "src/n.ts": linesOf(40), "NEW_STATUS.md": WRONG });
    const { code, stdout } = await checkout.run(["check", "--base", "main", "--head", "topic"]);
    expect(code).toBe(1);
    expect(stdout).toContain("A_STATUS.md:3:");
    expect(stdout).toMatch(/N_STATUS\.md:7:\d+ {2}\w+ {2}line-count-mismatch/);
    expect(stdout).not.toMatch(/B_STATUS|NEW_STATUS/);
    const [from, to] = [checkout.base, head].map((id) => id.slice(0, 7));
    expect(stdout).toContain(`\n2 of 4 reports: 2 changed from ${from} to ${to}\n`);
  });

  test("in a merge queue, judge what the queue's commit brings", async () => {
    const checkout = await withBranch();
    await checkout.commit({ "src/worker.ts": linesOf(70) });
    checkout.git("switch", "-q", "-c", "queue", "main");
    const base = await checkout.commit({ "B_STATUS.md": WRONG });
    checkout.git("merge", "-q", "--no-ff", "-m", "Merge", "topic");
    const head = checkout.git("rev-parse", "HEAD");
    checkout.git("switch", "-q", "main");
    const { code, stdout } = await checkout.run(["check", "--base", base, "--head", head]);
    expect([code, stdout.split("\n").at(-2)]).toEqual([0, "1 of 3 reports: 1 cites what changed"]);
  });

  test("say so where no report is concerned", async () => {
    const checkout = await withBranch();
    await checkout.commit({ "src/other.ts": "a\n" });
    const { code, stdout } = await checkout.run(["check", "--base", "main"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^no report is changed from \w{7} to \w{7}, and none cites what changed\n$/);
  });

  test("find a base that only the remote has", async () => {
    const origin = await withBranch();
    await origin.commit({ "A_STATUS.md": WRONG });
    const folder = await makeFolder();
    origin.git("clone", "-q", "--branch=topic", origin.path, join(folder, "clone"));
    const clone = checkoutAt(join(folder, "clone"));
    expect(await clone.run(["check", "--base", "main", "--head", "HEAD"])).toMatchObject({ code: 1 });
  });

  test("end with exit code 2, and the way out, where the history is cut off", async () => {
    const origin = await withBranch();
    await origin.commit({ "A_STATUS.md": WRONG });
    const folder = await makeFolder();
    origin.git("clone", "-q", "--depth=1", "--branch=topic", `file://${origin.path}`, join(folder, "shallow"));
    const shallow = checkoutAt(join(folder, "shallow"));
    for (const base of ["main", origin.base]) {
      const { code, stdout, stderr } = await shallow.run(["check", "--base", base, "--head", "HEAD"]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("fetch-depth: 0");
    }
  });

  test("end with exit code 2 where objects are missing", async () => {
    const checkout = await withBranch();
    await checkout.commit({ "A_STATUS.md": WRONG });
    const blob = checkout.git("rev-parse", "HEAD:A_STATUS.md");
    await rm(join(checkout.path, ".git", "objects", blob.slice(0, 2), blob.slice(2)));
    const { code, stdout, stderr } = await checkout.run(["check", "--base", "main"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("A_STATUS.md: is absent in git");
  });

  test("print the readiness of what changed", async () => {
    const checkout = await withBranch();
    await checkout.commit({ "A_STATUS.md": RIGHT.replace("Docs", "Pages") });
    await checkout.write({ "A_STATUS.md": RIGHT });
    const { stdout } = await checkout.run(["status", "--base", "main"]);
    expect(stdout).toContain("Pages");
    expect(stdout).toMatch(/\n1 of 3 reports: 1 changed from/);
  });
});
