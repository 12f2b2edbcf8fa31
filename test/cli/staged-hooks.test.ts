import { execFileSync } from "node:child_process";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Checkout, checkoutAt, makeCheckout, reportOn } from "../helpers/checkout.js";
import { makeFolder } from "../helpers/scenario.js";

const BIN = fileURLToPath(new URL("../../bin/blockers.js", import.meta.url));
const RIGHT = reportOn(1);
const WRONG = reportOn(2);
const PATIENCE = { timeout: 120_000 };

/** A pre-commit hook that calls the built program and keeps what it said; git runs it with its own variables set. */
async function addHook(hooks: string): Promise<{ said(): Promise<string> }> {
  const log = join(await makeFolder(), "log");
  await mkdir(hooks, { recursive: true });
  await writeFile(
    join(hooks, "pre-commit"),
    `#!/bin/sh\n'${process.execPath}' '${BIN}' check --staged >'${log}' 2>&1\n`,
  );
  await chmod(join(hooks, "pre-commit"), 0o755);
  return { said: () => readFile(log, "utf8") };
}

/** Whether git let a commit pass. */
function commits(checkout: Checkout, ...args: readonly string[]): boolean {
  try {
    checkout.git("commit", "-q", "-m", "Work", ...args);
    return true;
  } catch {
    return false;
  }
}

async function withHook(): Promise<Checkout & { said(): Promise<string> }> {
  const checkout = await makeCheckout();
  await checkout.commit({ "STATUS.md": RIGHT, "OTHER_STATUS.md": RIGHT });
  return { ...checkout, ...(await addHook(join(checkout.path, ".git", "hooks"))) };
}

describe.skipIf(process.platform === "win32")("G4: a pre-commit hook", PATIENCE, () => {
  test("git commit: what is staged decides, not what is on disk", async () => {
    const checkout = await withHook();
    await checkout.write({ "STATUS.md": WRONG });
    checkout.git("add", "STATUS.md");
    await checkout.write({ "STATUS.md": RIGHT });
    expect(commits(checkout)).toBe(false);
    expect(await checkout.said()).toMatch(/^STATUS\.md:3:[\s\S]*\n1 of 2 reports: 1 staged\n$/);
    await checkout.write({ "STATUS.md": RIGHT.replace("Docs", "Pages") });
    checkout.git("add", "STATUS.md");
    await checkout.write({ "STATUS.md": WRONG });
    expect(commits(checkout)).toBe(true);
    expect(await checkout.said()).toMatch(/^STATUS\.md agrees/);
  });

  test("git commit -a: what is on disk will be committed", async () => {
    const checkout = await withHook();
    await checkout.write({ "STATUS.md": WRONG });
    expect(commits(checkout, "-a")).toBe(false);
    checkout.git("add", "STATUS.md");
    await checkout.write({ "STATUS.md": RIGHT.replace("Docs", "Pages") });
    expect(commits(checkout, "-a")).toBe(true);
  });

  test("git commit FILE: only that file will be committed", async () => {
    const checkout = await withHook();
    await checkout.write({ "STATUS.md": WRONG, "OTHER_STATUS.md": RIGHT.replace("Docs", "Pages") });
    checkout.git("add", "STATUS.md");
    expect(commits(checkout, "OTHER_STATUS.md")).toBe(true);
    expect(await checkout.said()).toMatch(/^OTHER_STATUS\.md agrees/);
    expect(commits(checkout, "STATUS.md")).toBe(false);
  });

  test("git -C, from another repository's folder", async () => {
    const [checkout, other] = [await withHook(), await makeCheckout()];
    await checkout.write({ "STATUS.md": WRONG });
    checkout.git("add", "STATUS.md");
    expect(() => other.git("-C", checkout.path, "commit", "-q", "-m", "Work")).toThrow();
    expect(await checkout.said()).toMatch(/^STATUS\.md:3:/);
  });

  test("a linked worktree has an index of its own", async () => {
    const checkout = await withHook();
    const folder = join(await makeFolder(), "linked");
    checkout.git("worktree", "add", "-q", "-b", "side", folder);
    const linked = checkoutAt(folder);
    await checkout.write({ "STATUS.md": WRONG });
    checkout.git("add", "STATUS.md");
    await linked.write({ "OTHER_STATUS.md": RIGHT.replace("Docs", "Pages") });
    linked.git("add", "-A");
    expect(commits(linked)).toBe(true);
    expect(await checkout.said()).toMatch(/^OTHER_STATUS\.md agrees/);
    await linked.write({ "OTHER_STATUS.md": WRONG });
    expect(commits(linked, "-a")).toBe(false);
    expect(commits(linked, "OTHER_STATUS.md")).toBe(false);
    expect(commits(checkout)).toBe(false);
  });

  test("a submodule is a repository of its own", async () => {
    const [checkout, library] = [await withHook(), await makeCheckout()];
    await library.commit({ "STATUS.md": RIGHT });
    checkout.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.path, "lib");
    const inner = checkoutAt(join(checkout.path, "lib"));
    const { said } = await addHook(join(checkout.path, ".git", "modules", "lib", "hooks"));
    await checkout.write({ "STATUS.md": WRONG });
    checkout.git("add", "STATUS.md");
    await inner.write({ "STATUS.md": RIGHT.replace("Docs", "Pages") });
    expect(commits(inner, "-a")).toBe(true);
    expect(await said()).toMatch(/^STATUS\.md agrees: .*\n1 of 1 report: 1 staged\n$/);
    await inner.write({ "STATUS.md": WRONG });
    expect(commits(inner, "-a")).toBe(false);
    expect(commits(checkout)).toBe(false);
    expect(await checkout.said()).toMatch(/^STATUS\.md:3:/);
  });

  test("git rebase -x runs it on the commits one by one", async () => {
    const checkout = await makeCheckout();
    await checkout.commit({ "STATUS.md": RIGHT });
    checkout.git("switch", "-q", "-c", "topic");
    await checkout.commit({ "STATUS.md": RIGHT.replace("Docs", "Pages") });
    await checkout.commit({ "STATUS.md": WRONG });
    const check = `'${process.execPath}' '${BIN}' check`;
    checkout.git("rebase", "-q", "-x", `${check} --staged | grep 'no report is staged'`, "main");
    expect(() => checkout.git("rebase", "-q", "-x", `${check} --base HEAD~1`, "main")).toThrow();
    expect(checkout.git("log", "-1", "--format=%s:%p", "HEAD")).toMatch(/^Work:/);
    expect(checkout.git("show", "HEAD:STATUS.md")).toBe(WRONG.trim());
  });

  test("a hook that goes to another repository is told of that one's index", async () => {
    const [checkout, other] = [await makeCheckout(), await makeCheckout()];
    await checkout.commit({ "STATUS.md": RIGHT });
    await other.write({ "STATUS.md": WRONG });
    other.git("add", "STATUS.md");
    const hook = join(checkout.path, ".git", "hooks", "pre-commit");
    await mkdir(join(checkout.path, ".git", "hooks"), { recursive: true });
    await writeFile(hook, `#!/bin/sh\ncd '${other.path}' && '${process.execPath}' '${BIN}' check --staged >&2\n`);
    await chmod(hook, 0o755);
    await checkout.write({ "STATUS.md": RIGHT.replace("Docs", "Pages") });
    for (const how of [["-a"], ["STATUS.md"]]) expect(commits(checkout, ...how), how.join()).toBe(false);
    other.git("rm", "-q", "--cached", "STATUS.md");
    for (const how of [["-a"]]) expect(commits(checkout, ...how), how.join()).toBe(true);
  });
});

test("the built program is there to be called", () => {
  expect(execFileSync(process.execPath, [BIN, "--version"], { encoding: "utf8" })).toMatch(/^\d/);
});
