import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nothingStaged } from "../../src/cli/run/nothing-staged.js";
import { type Checkout, linesOf, makeCheckout, reportOn } from "../helpers/checkout.js";
import { testWorld } from "../helpers/test-world.js";

const PATIENCE = 60_000;
const NOTHING = "no report is staged, and none cites what is staged\n";
const REPORT = reportOn(1, { path: "src/worker.ts", lines: 40 });

/** Changes a checkout in which a report names one of two files. */
type Change = (checkout: Checkout) => Promise<unknown> | unknown;

const stage =
  (files: Readonly<Record<string, string>>): Change =>
  async ({ write, git }) => {
    await write(files);
    git("add", "-A");
  };

/** Whether it is plain that nothing is to be checked. */
const CHANGES: readonly (readonly [string, boolean, Change])[] = [
  ["nothing is staged", true, () => undefined],
  ["something is changed on disk only", true, ({ write }) => write({ "src/worker.ts": "x\n", "STATUS.md": "# x\n" })],
  ["what no report names", true, stage({ "src/other.ts": "x\n" })],
  ["what no report names is deleted", true, ({ git }) => git("rm", "-q", "src/other.ts")],
  ["what no report names, under another name", true, ({ git }) => git("mv", "src/other.ts", "src/same.ts")],
  ["what a report names", false, stage({ "src/worker.ts": linesOf(90) })],
  ["what a report names gets another name", false, ({ git }) => git("mv", "src/worker.ts", "src/labourer.ts")],
  ["what a report names elsewhere", false, stage({ "lib/worker.ts": "x\n" })],
  ["a report", false, stage({ "STATUS.md": REPORT.replace("Worker", "Workers") })],
  ["a report is deleted", false, ({ git }) => git("rm", "-q", "STATUS.md")],
  ["a name that a link writes otherwise", false, stage({ "src/an other.ts": "x\n" })],
  ["a report is announced", false, stage({ "OTHER.MD": REPORT })],
  ["a configuration that is wrong", false, ({ write }) => write({ "blockers.yaml": "failOn: 7\n" })],
  ["a configuration in package.json", false, stage({ "package.json": '{ "blockers": { "reports": ["*.txt"] } }\n' })],
  ["a package.json of somebody else's", true, stage({ "package.json": "{}\n" })],
  ["a baseline that is none", false, ({ write }) => write({ "blockers-baseline.json": "no\n" })],
  ["files elsewhere", false, ({ git }) => git("config", "core.worktree", "..")],
  ["no index that git can read", false, ({ path }) => writeFile(join(path, ".git/index"), "broken")],
];

test.each(CHANGES)(
  "%s: plainly nothing to check is %s, and said as a whole run says it",
  {
    timeout: PATIENCE,
  },
  async (_, plain, change) => {
    const checkout = await makeCheckout();
    await checkout.commit({ "STATUS.md": REPORT, "src/worker.ts": linesOf(40), "src/other.ts": linesOf(3) });
    await change(checkout);
    const world = testWorld(checkout.path);
    expect(await nothingStaged(world)).toBe(plain);
    expect(world.written).toEqual(plain ? [{ stream: "stdout", text: NOTHING }] : []);
    expect(await checkout.run(["check", "--staged"])).toEqual(await checkout.run(["check", "--staged", "--no-color"]));
  },
);

test("before the first commit, and from within a folder, a whole run tells", { timeout: PATIENCE }, async () => {
  const fresh = await makeCheckout();
  expect(await nothingStaged(testWorld(fresh.path))).toBe(false);
  await fresh.commit({ "src/worker.ts": linesOf(40) });
  await mkdir(join(fresh.path, "docs"));
  for (const name of ["src", "docs"]) expect(await nothingStaged(testWorld(join(fresh.path, name)))).toBe(false);
});

test("the index that git names to its hooks is its own, or a whole run tells", { timeout: PATIENCE }, async () => {
  const checkout = await makeCheckout();
  await checkout.commit({ "src/worker.ts": linesOf(40) });
  const { env } = testWorld(checkout.path);
  const asked = (index: string) => nothingStaged(testWorld(checkout.path, { env: { ...env, GIT_INDEX_FILE: index } }));
  expect(await asked(".git/index")).toBe(true);
  expect(await asked(join(checkout.path, ".git/index"))).toBe(true);
  expect(await asked(".git/next-index-1.lock")).toBe(false);
});
