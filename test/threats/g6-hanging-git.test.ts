import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { checkoutAt } from "../helpers/checkout.js";
import { HARBOUR } from "../helpers/commands.js";
import { makeGit } from "../helpers/fake-git.js";
import { makeFolder, makeRepository, runUserGit } from "../helpers/scenario.js";

const PATIENCE = { timeout: 120_000 };
const LIMIT_MS = 2_000;

vi.mock("../../src/git/limits.js", async (load) => ({
  ...(await load<typeof import("../../src/git/limits.js")>()),
  GIT_TIMEOUT_MS: 2_000,
}));

/** A clone that lacks a blob, of a remote that never says a word once it is asked for one. */
async function makeWaiting() {
  const { path } = await makeRepository(HARBOUR);
  const clone = checkoutAt(join(await makeFolder(), "clone"));
  runUserGit(path, "clone", "-q", path, clone.path);
  const asked = join(path, "asked");
  const upload = join(path, "upload-pack");
  writeFileSync(upload, `#!/bin/sh\n: >'${asked}'\nexec sleep 60\n`, { mode: 0o755 });
  for (const [key, value] of [
    ["core.repositoryFormatVersion", "1"],
    ["extensions.partialClone", "origin"],
    ["remote.origin.promisor", "true"],
    ["remote.origin.uploadpack", upload],
    ["protocol.file.allow", "always"],
  ] as const)
    clone.git("config", key, value);
  await clone.commit({ "src/boats.py": "one\n" });
  const id = clone.git("rev-parse", "HEAD:src/boats.py");
  rmSync(join(clone.path, ".git", "objects", id.slice(0, 2), id.slice(2)));
  return { ...clone, wasAsked: () => existsSync(asked) };
}

describe("G6: a git that hangs", PATIENCE, () => {
  test("a remote that never answers is never asked", async () => {
    const clone = await makeWaiting();
    await clone.write({
      "src/boats.py": "another\n",
      "STATUS.md": `# Status\n\n- [x] Boats, commit \`${clone.git("rev-parse", "HEAD")}\` (1 file, 9 lines)\n`,
    });
    const { stdout } = await clone.run(["check", "--format", "json", "STATUS.md"]);
    const [{ coverage, diagnostics }] = JSON.parse(stdout).files;
    expect(diagnostics).toEqual([]);
    expect(coverage.cannotTell).toBeGreaterThan(0);
    expect(clone.wasAsked()).toBe(false);
  });

  test.each([
    ["log", 30, "history-not-read", []],
    ["diff-tree", 77, undefined, ["file-not-found"]],
  ] as const)(
    "%s that never ends is left behind, and what it was to tell is not told",
    async (verb, lines, reason, rules) => {
      const checkout = checkoutAt((await makeRepository(HARBOUR)).path);
      const cited = checkout.git("rev-parse", "HEAD~1");
      const text = `# Status\n\n- [x] One, commit \`${cited}\` (1 file, ${lines} lines)\n- [ ] See [this](src/never.py)\n`;
      await checkout.write({ "STATUS.md": text });
      const env = await makeGit(`case " $* " in *" ${verb} "*) exec sleep 60;; esac`);
      const started = Date.now();
      const { stdout } = await checkout.run(["check", "--format", "json", "STATUS.md"], { env });
      // One call is waited for, and no other for as long.
      expect(Date.now() - started).toBeLessThan(10 * LIMIT_MS);
      const [{ coverage, diagnostics }] = JSON.parse(stdout).files;
      expect(diagnostics.map(({ rule }: { rule: string }) => rule)).toEqual(rules);
      expect(coverage.cannotTell).toBeGreaterThan(0);
      if (reason !== undefined) expect(coverage.reasons).toHaveProperty(reason);
    },
  );
});
