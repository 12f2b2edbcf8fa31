import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkoutAt, linesOf, makeCheckout, reportOn } from "../helpers/checkout.js";
import { makeFolder } from "../helpers/scenario.js";

const RIGHT = reportOn(1);
const WRONG = reportOn(2);
const NOTHING = "no report is staged, and none cites what is staged\n";
/** A report whose percentage its own ratio does not give. */
const FIXABLE = RIGHT.replace("50%", "75%");

test("judges what is staged, whatever is on disk", async () => {
  const checkout = await makeCheckout();
  await checkout.commit({ "README.md": "Hello\n" });
  await checkout.write({ "STATUS.md": WRONG });
  checkout.git("add", "STATUS.md");
  await checkout.write({ "STATUS.md": RIGHT });
  expect(await checkout.run(["check", "--staged"])).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/STATUS\.md:3:[\s\S]*\n1 of 1 report: 1 staged\n$/),
  });
  checkout.git("add", "STATUS.md");
  await checkout.write({ "STATUS.md": WRONG });
  expect(await checkout.run(["check", "--staged"])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^STATUS\.md agrees: .*\n1 of 1 report: 1 staged\n$/),
  });
});

test.each([
  [40, 60, 0],
  [60, 40, 1],
])("holds a report against the files that are staged: %d lines there, %d on disk", async (staged, onDisk, code) => {
  const checkout = await makeCheckout();
  const report = reportOn(1, { path: "src/worker.ts", lines: 40 });
  await checkout.write({ "STATUS.md": report, "src/worker.ts": linesOf(staged) });
  checkout.git("add", "-A");
  await checkout.write({ "src/worker.ts": linesOf(onDisk) });
  const { code: ended, stdout } = await checkout.run(["check", "--staged", "--fail-on", "warning"]);
  for (const told of ["line-count-mismatch", "git show :0:src/worker.ts | wc -l"])
    expect(stdout.includes(told), told).toBe(code === 1);
  expect(ended).toBe(code);
});

test("a file that is only on disk, or only announced, is no evidence", async () => {
  const checkout = await makeCheckout();
  await checkout.commit({ "README.md": "Hello\n" });
  const report = RIGHT.replace("Worker", "Worker in [worker](src/worker.ts)");
  await checkout.write({ "STATUS.md": report, "src/worker.ts": linesOf(40) });
  checkout.git("add", "STATUS.md");
  expect((await checkout.run(["check", "--staged"])).stdout).toContain("file-not-found");
  checkout.git("add", "--intent-to-add", "src/worker.ts");
  expect((await checkout.run(["check", "--staged"])).stdout).toContain("file-not-found");
  checkout.git("add", "src/worker.ts");
  expect(await checkout.run(["check", "--staged"])).toMatchObject({ code: 0 });
});

test("a report that cites what is staged is checked with it, and says so", async () => {
  const checkout = await makeCheckout();
  await checkout.commit({
    "docs/STATUS.md": reportOn(1, { path: "src/worker.ts", lines: 40 }),
    "docs/OTHER_STATUS.md": RIGHT,
    "src/worker.ts": linesOf(40),
  });
  await checkout.write({ "src/worker.ts": linesOf(90) });
  expect(await checkout.run(["check", "--staged"])).toMatchObject({ code: 0, stdout: NOTHING });
  checkout.git("add", "src/worker.ts");
  const { stdout, stderr } = await checkout.run(["check", "--staged", "--debug"]);
  expect(stdout).toMatch(/^docs\/STATUS\.md agrees.*\n1 of 2 reports: 1 cites what is staged\n$/);
  expect(stderr).toContain("note: selected: docs/STATUS.md (names src/worker.ts)\n");
  checkout.git("rm", "-q", "--cached", "src/worker.ts");
  expect((await checkout.run(["check", "--staged"])).stdout).toContain("1 of 2 reports: 1 cites what is staged\n");
});

describe("nothing that concerns a report", () => {
  test("is said, and is no error", async () => {
    const checkout = await makeCheckout();
    expect(await checkout.run(["check", "--staged"])).toEqual({ code: 0, stdout: NOTHING, stderr: "" });
    await checkout.commit({ "STATUS.md": WRONG, "src/a.ts": "a\n" });
    expect(await checkout.run(["check", "--staged"])).toEqual({ code: 0, stdout: NOTHING, stderr: "" });
    await checkout.write({ "src/a.ts": "b\n", "NOTES.md": "Some notes.\n" });
    checkout.git("add", "-A");
    expect(await checkout.run(["check", "--staged"])).toEqual({ code: 0, stdout: NOTHING, stderr: "" });
  });

  test("is an empty document and a note, where a document is wanted", async () => {
    const checkout = await makeCheckout();
    const { code, stdout, stderr } = await checkout.run(["check", "--staged", "--format", "json"]);
    expect([code, JSON.parse(stdout).files]).toEqual([0, []]);
    expect(stderr).toBe(`blockers: note: ${NOTHING}`);
  });

  test("is left of a report that was deleted", async () => {
    const checkout = await makeCheckout();
    await checkout.commit({ "STATUS.md": WRONG });
    checkout.git("rm", "-q", "STATUS.md");
    expect(await checkout.run(["check", "--staged"])).toEqual({ code: 0, stdout: NOTHING, stderr: "" });
  });
});

test("before the first commit, everything staged is judged", async () => {
  const checkout = await makeCheckout();
  await checkout.write({ "STATUS.md": WRONG });
  checkout.git("add", "-A");
  expect(await checkout.run(["check", "--staged"])).toMatchObject({ code: 1 });
});

test("a report under a new name is judged as of the day it was written, too", async () => {
  const checkout = await makeCheckout();
  const report = reportOn(1, { path: "src/worker.ts", lines: 40 });
  await checkout.commit({ "STATUS.md": report, "src/worker.ts": linesOf(40) });
  await checkout.commit({ "src/worker.ts": linesOf(90) });
  await checkout.write({ "docs/keep": "" });
  checkout.git("mv", "STATUS.md", "docs/STATUS.md");
  expect(await checkout.run(["check", "--staged", "--fail-on", "info"])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("docs/STATUS.md agrees"),
  });
});

describe("given paths", () => {
  test("only those that are staged are judged; of the others it is said why not", async () => {
    const checkout = await makeCheckout();
    await checkout.commit({ "A_STATUS.md": WRONG, "B_STATUS.md": RIGHT, "C_STATUS.md": RIGHT });
    await checkout.write({ "B_STATUS.md": WRONG, "C_STATUS.md": WRONG, "NOTES.md": "Some notes.\n" });
    await symlink("A_STATUS.md", join(checkout.path, "LINK_STATUS.md"));
    checkout.git("add", "-A");
    const names = ["A_STATUS.md", "B_STATUS.md", "NOTES.md", "LINK_STATUS.md", "gone.md"];
    const { code, stdout, stderr } = await checkout.run(["check", "--staged", "--", ...names]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^B_STATUS\.md:3:/);
    expect(stdout).not.toContain("C_STATUS");
    expect(stderr.split("\n").sort()).toEqual([
      "",
      "blockers: note: A_STATUS.md: skipped, it is not staged",
      "blockers: note: LINK_STATUS.md: skipped, it is a symbolic link",
      "blockers: note: NOTES.md: skipped, it does not read like a report",
      "blockers: note: gone.md: skipped, it is not staged",
    ]);
  });

  test("none of them staged is not passed off as agreement", async () => {
    const checkout = await makeCheckout();
    await checkout.commit({ "STATUS.md": WRONG });
    const { code, stdout } = await checkout.run(["check", "--staged", "STATUS.md"]);
    expect([code, stdout]).toEqual([0, "no report in the given paths is staged, and none cites what is staged\n"]);
  });

  test("a folder stands for what is staged in it", async () => {
    const checkout = await makeCheckout();
    await checkout.write({ "docs/STATUS.md": RIGHT, "other/STATUS.md": WRONG });
    checkout.git("add", "-A");
    expect(await checkout.run(["check", "--staged", "docs"])).toMatchObject({ code: 0 });
    const inside = await checkout.run(["check", "--staged"], { cwd: join(checkout.path, "docs") });
    expect(inside).toMatchObject({ code: 0, stdout: expect.stringMatching(/^STATUS\.md agrees/) });
  });
});

test("a repository elsewhere is judged by its own index, from its top", async () => {
  const checkout = await makeCheckout();
  await checkout.write({ "docs/STATUS.md": WRONG });
  checkout.git("add", "-A");
  await checkout.write({ "docs/STATUS.md": RIGHT });
  const folder = checkoutAt(await makeFolder());
  for (const paths of [[], ["docs"], ["docs/STATUS.md"]]) {
    const { code, stdout } = await folder.run(["check", "--staged", "--repo", checkout.path, ...paths]);
    expect([code, stdout.split("\n").at(-2)], paths.join()).toEqual([1, "1 of 1 report: 1 staged"]);
  }
});

test("a file outside the repository is never read", async () => {
  const [checkout, folder] = [await makeCheckout(), checkoutAt(await makeFolder())];
  await folder.write({ "STATUS.md": WRONG });
  const { code, stderr } = await checkout.run(["check", "--staged", join(folder.path, "STATUS.md"), folder.path]);
  expect(code).toBe(0);
  expect(stderr.match(/skipped, it is not staged/g)).toHaveLength(2);
});

test("the configuration says what is a report, and what is left out", async () => {
  const checkout = await makeCheckout();
  await checkout.write({
    "blockers.yaml": "reports: [plans/*.md]\nignore: [plans/old.md]\n",
    "plans/new.md": WRONG,
    "plans/old.md": WRONG,
    "STATUS.md": WRONG,
  });
  checkout.git("add", "-A");
  const { stdout } = await checkout.run(["check", "--staged"]);
  expect(stdout).toMatch(/^plans\/new\.md:3:/);
  expect(stdout).toMatch(/\n1 of 1 report: 1 staged\n$/);
});

test("a report whose merge is not settled is an error for that file; the others are judged", async () => {
  const checkout = await makeCheckout();
  await checkout.commit({ "STATUS.md": RIGHT });
  checkout.git("switch", "-q", "-c", "side");
  await checkout.commit({ "STATUS.md": RIGHT.replace("Docs", "Pages") });
  checkout.git("switch", "-q", "main");
  await checkout.commit({ "STATUS.md": RIGHT.replace("Docs", "Texts") });
  expect(() => checkout.git("merge", "side")).toThrow();
  const alone = await checkout.run(["check", "--staged"]);
  expect([alone.code, alone.stdout]).toEqual([2, ""]);
  expect(alone.stderr).toContain("blockers: STATUS.md: is not merged");
  await checkout.write({ "OTHER_STATUS.md": RIGHT });
  checkout.git("add", "OTHER_STATUS.md");
  const both = await checkout.run(["check", "--staged"]);
  expect(both).toMatchObject({ code: 2, stdout: expect.stringMatching(/^OTHER_STATUS\.md agrees/) });
});

test("a table is made from the reports that are staged", async () => {
  const checkout = await makeCheckout();
  const config = "tables:\n  all:\n    reports: [docs/*.md]\n";
  const overview = "# All\n\n<!-- blockers:begin all -->\n<!-- blockers:end -->\n";
  await checkout.write({ "blockers.yaml": config, "README.md": overview, "docs/STATUS.md": RIGHT });
  checkout.git("add", "-A");
  expect((await checkout.run(["table", "--write", "README.md"])).code).toBe(0);
  checkout.git("add", "-A");
  await checkout.write({ "docs/STATUS.md": RIGHT.replace("TODO", "DONE") });
  expect((await checkout.run(["check", "--staged"])).stdout).not.toContain("stale-readiness-table");
  expect((await checkout.run(["check", "README.md"])).stdout).toContain("stale-readiness-table");
});

test("status prints what is staged, and not what is on disk", async () => {
  const checkout = await makeCheckout();
  await checkout.write({ "STATUS.md": RIGHT });
  checkout.git("add", "-A");
  await checkout.write({ "STATUS.md": RIGHT.replace("Docs", "Pages") });
  const { stdout } = await checkout.run(["status", "--staged"]);
  expect(stdout).toContain("Docs");
  expect(stdout).toMatch(/\n1 of 1 report: 1 staged\n$/);
});

describe.each([["check", "--fix"], ["fix"]])("%s %s", (...command) => {
  test("fixes the file on disk, leaves the index alone, and says that it has to be staged", async () => {
    const checkout = await makeCheckout();
    await checkout.write({ "STATUS.md": FIXABLE });
    checkout.git("add", "-A");
    const { code, stderr } = await checkout.run([...command, "--staged"]);
    expect(await readFile(join(checkout.path, "STATUS.md"), "utf8")).toBe(RIGHT);
    expect(checkout.git("show", ":STATUS.md")).toBe(FIXABLE.trim());
    expect(code).toBe(1);
    expect(stderr).toContain("blockers: note: STATUS.md: fixed on disk, and has to be staged again\n");
    checkout.git("add", "-A");
    expect(await checkout.run([...command, "--staged"])).toMatchObject({ code: 0 });
  });

  test("keeps the line ends that a file has on disk only", async () => {
    const checkout = await makeCheckout();
    checkout.git("config", "core.autocrlf", "true");
    await checkout.write({ "STATUS.md": FIXABLE.replaceAll("\n", "\r\n") });
    checkout.git("add", "-A");
    expect(checkout.git("show", ":STATUS.md")).toBe(FIXABLE.trim());
    await checkout.run([...command, "--staged"]);
    expect(await readFile(join(checkout.path, "STATUS.md"), "utf8")).toBe(RIGHT.replaceAll("\n", "\r\n"));
  });

  test("touches nothing where a file is partly staged", async () => {
    const checkout = await makeCheckout();
    await checkout.write({ "STATUS.md": FIXABLE, "OTHER_STATUS.md": FIXABLE });
    checkout.git("add", "-A");
    await checkout.write({ "STATUS.md": `${FIXABLE}\nMore.\n` });
    const { code, stdout, stderr } = await checkout.run([...command, "--staged"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^blockers: STATUS\.md: differs on disk from what is staged, so nothing was fixed\n/);
    expect(await readFile(join(checkout.path, "STATUS.md"), "utf8")).toBe(`${FIXABLE}\nMore.\n`);
    expect(await readFile(join(checkout.path, "OTHER_STATUS.md"), "utf8")).toBe(FIXABLE);
  });
});

describe("what does not go together is a usage error", () => {
  test.each([
    ["--staged", "--changed"],
    ["--staged", "--base", "HEAD"],
    ["--changed=HEAD", "--base", "HEAD"],
    ["--staged", "--as-of", "HEAD"],
    ["--staged", "--no-git"],
    ["--staged", "-"],
    ["--head", "HEAD"],
    ["--base", "HEAD", "--fix"],
  ])("%s %s %s", async (...flags) => {
    const checkout = await makeCheckout();
    await checkout.commit({ "STATUS.md": RIGHT });
    expect(await checkout.run(["check", ...flags])).toMatchObject({ code: 2, stdout: "" });
  });

  test("outside a repository", async () => {
    const folder = checkoutAt(await makeFolder());
    await folder.write({ "STATUS.md": RIGHT });
    const { code, stderr } = await folder.run(["check", "--staged"]);
    expect(code).toBe(2);
    expect(stderr).toContain("--staged needs a git repository");
  });
});

describe("a generated table", () => {
  const OVERVIEW = "# Overview\n\n<!-- blockers:begin overview -->\n<!-- blockers:end -->\n";
  const makeOverview = async () => {
    const checkout = await makeCheckout();
    await checkout.write({
      "blockers.yaml": 'tables: { overview: { reports: ["**/*STATUS*.md"] } }\n',
      "OVERVIEW.md": OVERVIEW,
      "A_STATUS.md": RIGHT,
    });
    checkout.git("add", "-A");
    await checkout.run(["table", "--write", "OVERVIEW.md"]);
    checkout.git("commit", "-aqm", "One");
    await checkout.write({ "B_STATUS.md": RIGHT });
    checkout.git("add", "B_STATUS.md");
    return checkout;
  };

  test("is checked with a new report that it is to hold and does not name yet", async () => {
    const checkout = await makeOverview();
    for (const since of [["--staged"], ["--changed=HEAD"]]) {
      const { code, stdout } = await checkout.run(["check", ...since]);
      expect(stdout).toMatch(/OVERVIEW\.md:3:1 {2}error {2}stale-readiness-table[\s\S]*\n2 of 3 reports: /);
      expect(code).toBe(1);
    }
    checkout.git("commit", "-qm", "Two");
    expect(await checkout.run(["check", "--base", "HEAD~1"])).toMatchObject({ code: 1 });
    expect(await checkout.run(["check", "--staged"])).toMatchObject({ code: 0, stdout: NOTHING });
  });

  test("that is named and checked is not said to be skipped", async () => {
    const checkout = await makeOverview();
    expect(await checkout.run(["check", "--staged", "OVERVIEW.md"])).toMatchObject({ code: 1, stderr: "" });
  });
});

test("a staged file that is no report is not said not to be staged", async () => {
  const checkout = await makeCheckout();
  await checkout.write({ "src/a.ts": linesOf(2) });
  checkout.git("add", "-A");
  expect((await checkout.run(["check", "--staged", "src/a.ts"])).stderr).toBe(
    "blockers: note: src/a.ts: skipped, it is no report\n",
  );
});
