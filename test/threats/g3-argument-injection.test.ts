import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { mergeFile } from "../../src/git/merge-file.js";
import { openHistory } from "../../src/git/open.js";
import { openRevision } from "../../src/git/revision-files.js";
import { type Checkout, checkoutAt } from "../helpers/checkout.js";
import { HARBOUR } from "../helpers/commands.js";
import { makeFolder, makeRepository } from "../helpers/scenario.js";
import { treeOf } from "../helpers/tree.js";

const PATIENCE = { timeout: 1_200_000 };

/** With BLOCKERS_THOROUGH=1 ten thousand names are made up instead of a few hundred, and each is used in every place. */
const THOROUGH = process.env.BLOCKERS_THOROUGH === "1";
const GENERATED = THOROUGH ? 10_000 : 300;

let checkout: Checkout;
/** Beside the checkout: what options with an absolute path would write to. */
let outside: string;

beforeAll(async () => {
  checkout = checkoutAt((await makeRepository(HARBOUR)).path);
  outside = await makeFolder();
  mkdirSync(join(outside, "canary"));
  writeFileSync(join(outside, "canary", "bird"), "sings\n");
  await checkout.write({ bird: "sings\n" });
});

/** What git, or a shell, may take for more than a name. */
function handPicked(): readonly string[] {
  const [bird, canary] = [join(outside, "canary", "bird"), join(outside, "canary")];
  return [
    ...[`--output=${bird}`, "--output=bird", `--output=${canary}/new`, "-obird", `-o${bird}`, "--output-directory=."],
    ...["-n1", "-1", "--all", "--stdin", "--help", "-h", "--", "-", "--version", "--exec-path=.", "--git-dir=."],
    ...[
      `--upload-pack=touch ${canary}/new`,
      "--exec=touch new",
      "-c core.fsmonitor=touch new",
      "--no-index",
      "-O/dev/zero",
    ],
    ...["--ext-diff", "--textconv", "--filters", "--batch-command", "--buffer", "--follow", "--contents=bird"],
    ...[":(top)x", ":/bird", ":!bird", ":^bird", ":(exclude)*", ":(attr:diff)x", ":(icase)BIRD", ":(glob)**"],
    ...["@", "@{-1}", "@{u}", "@{upstream}", "HEAD@{0}", "HEAD^{/Light}", ":/Light", "HEAD:bird", "HEAD^@", "HEAD^!"],
    ...["..", "...", "HEAD..HEAD~1", "^HEAD", "HEAD~99999999999", "HEAD^^^^", "v1^{tree}", "HEAD^{}", "refs/../HEAD"],
    ...["a\nb", "HEAD\n--output=bird", "\n", "a\0b", "\0", "HEAD\0--output=bird", "a\rb", "\t", " ", "", "a b"],
    ...["*", "?", "[", "\\", "~", "$(touch new)", "`touch new`", ";touch new", "|touch new", ">new", "&", "'", '"'],
    ...[
      "../canary/bird",
      `${canary}/bird`,
      ".git/config",
      ".git/HEAD",
      "./bird",
      "bird/",
      "//bird",
      "C:\\bird",
      "\ud800",
    ],
    ...["x".repeat(5_000), "a/".repeat(2_000), "0".repeat(64), "deadbeef", "%s", "%00", "ext::touch new", "{{light}}"],
  ];
}

/** Names made of what git knows, of what it does not, and of what is between. */
function generated(count: number): readonly string[] {
  const piece = fc.oneof(
    fc.constantFrom(
      "--output=",
      "--",
      "-",
      "-c",
      "HEAD",
      "@{",
      "}",
      "^{/",
      ":(top)",
      ":/",
      "..",
      "^",
      "~1",
      "\n",
      "\0",
    ),
    fc.constantFrom(
      "bird",
      "main",
      "refs/heads/",
      "../",
      ".git/",
      "*",
      " ",
      "=",
      ":",
      "--exec=",
      "--git-dir",
      "/dev/null",
    ),
    fc.string({ maxLength: 12, unit: "binary" }),
  );
  const name = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
  return fc.sample(name, { numRuns: count, seed: 7 });
}

const trees = () => [treeOf(checkout.path, (path) => path.startsWith(join(".git", "blockers"))), treeOf(outside)];

/** Asks about names in every way in which a report, a configuration or a person may name something. */
async function askAbout(names: readonly string[]): Promise<void> {
  const history = await openHistory({ cwd: checkout.path });
  const settled: Promise<unknown>[] = [
    history.survey({ reports: names, commits: names }),
    history.places({ commits: [], subjects: names, branches: names }),
    history.everExisted(names, []),
    history.everExisted(["never"], names),
    history.versions(names, undefined, 2),
    history.states(names),
    history.countLines(names.flatMap((name) => [name, `worktree:${name}`])),
    history.readTexts(names.flatMap((name) => [name, `worktree:${name}`])),
    history.edited(names),
    ...names.flatMap((name) => [
      history.begin(name),
      history.survey({ reports: [], commits: [], refs: [name] }),
      history.between(name, "HEAD"),
      history.between("HEAD", name),
      history.changedSince(name),
    ]),
  ];
  const ends = await Promise.allSettled(settled);
  await history.close();
  for (const one of ends) {
    if (one.status === "fulfilled") continue;
    expect(`${one.reason}`).toMatch(/^BlockersError: /);
    // Where a branch has no upstream, git ends when it is asked for that.
    const ended = names.some((name) => name.includes("@{")) && one.reason.kind === "git";
    if (!ended) expect(one.reason.kind, `${one.reason}: ${names.join("|")}`).toMatch(/^(usage|config)$/);
  }
}

async function askAboutAll(names: readonly string[], together: number): Promise<void> {
  for (let at = 0; at < names.length; at += together) await askAbout(names.slice(at, at + together));
}

describe("G3: names that are options, searches or paths", PATIENCE, () => {
  test("git itself would write where an option says", () => {
    const target = join(outside, "canary", "written");
    checkout.git("log", "-1", `--output=${target}`);
    expect(readFileSync(target, "utf8")).toContain("Report");
  });

  test("the history changes nothing for hand-picked ones", async () => {
    expect(new Set(handPicked()).size).toBeGreaterThan(60);
    const before = trees();
    await askAboutAll(handPicked(), 1);
    expect(trees()).toEqual(before);
  });

  test(`nor for ${GENERATED} that are made up, few at a time and many`, async () => {
    const before = trees();
    const names = generated(GENERATED);
    await askAboutAll(names, THOROUGH ? 3 : 10);
    await askAboutAll(names, 500);
    expect(trees()).toEqual(before);
  });

  test("a revision whose files are read is a name, or it is none", async () => {
    const before = trees();
    for (const name of [...handPicked(), ...generated(GENERATED)]) {
      const opened = await openRevision(checkout.path, name).catch((error: unknown) => {
        expect(error).toMatchObject({ kind: "usage" });
      });
      if (opened === undefined) continue;
      expect(name).toMatch(/^(@|HEAD|main|refs|v1)/);
      for (const path of handPicked()) await opened.kindOf(path);
      await opened.close();
    }
    expect(trees()).toEqual(before);
  });

  test("no command line does more than say what is wrong", async () => {
    const places: readonly ((name: string) => readonly string[])[] = [
      (name) => ["check", `--as-of=${name}`],
      (name) => ["check", "--as-of", name],
      (name) => ["check", `--base=${name}`],
      (name) => ["check", "--base", "HEAD", `--head=${name}`],
      (name) => ["check", `--changed=${name}`],
      (name) => ["check", `--config-from=${name}`],
      (name) => ["status", "--", name],
      (name) => ["fix", "--dry-run", "--", name],
      (name) => ["check", `--repo=${name}`, "--dry-run"],
      (name) => ["table", "--check", "--", name],
    ];
    const before = trees();
    // No system hands over an argument with a NUL.
    const names = handPicked().filter((name) => !name.includes("\0"));
    for (const [at, name] of names.entries()) {
      for (const argv of THOROUGH ? places : [places[at % places.length]]) {
        const { code, stderr } = await checkout.run(argv?.(name) ?? []);
        expect([0, 1, 2], `${name}: ${stderr}`).toContain(code);
        expect(stderr, name).not.toMatch(/internal|TypeError|ERR_/);
      }
    }
    expect(trees()).toEqual(before);
  });

  test("nor does what a configuration or a merge names", async () => {
    const before = trees();
    const config = join(await makeFolder(), "refs.json");
    for (const name of THOROUGH ? handPicked() : handPicked().filter((_, at) => at % 4 === 0)) {
      writeFileSync(config, JSON.stringify({ refs: [name] }));
      const { code, stderr } = await checkout.run(["check", "--config", config]);
      expect([1, 2], `${name}: ${stderr}`).toContain(code);
      expect(stderr, name).not.toMatch(/internal|TypeError|ERR_/);
      const merged = await checkout.run(["merge-driver", "--", "bird", "bird", "bird", "7", name]);
      expect(merged.stderr, name).not.toMatch(/internal|TypeError|ERR_/);
    }
    const version = Buffer.from("--output=bird\n");
    await mergeFile({ base: version, ours: version, theirs: version }, { cwd: checkout.path });
    expect(trees()).toEqual(before);
  });
});
