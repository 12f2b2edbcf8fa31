import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Checkout, linesOf, makeCheckout, reportOn } from "../helpers/checkout.js";
import { makeFolder } from "../helpers/scenario.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BIN = join(ROOT, "bin/blockers.js");
const THOROUGH = process.env.BLOCKERS_THOROUGH === "1";
const PATIENCE = 120_000;

describe("P5: many files, deep folders, circles and globs that explode", () => {
  const FILES = THOROUGH ? 200_000 : 3_000;

  test(`${FILES} files are listed, with git and without`, { timeout: 20 * PATIENCE }, async () => {
    const checkout = await makeCheckout();
    for (let at = 0; at < FILES; at++) {
      const folder = join(checkout.path, `d${at % 97}`, `e${at % 13}`);
      if (at < 97 * 13) mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${at}.${at % 10 === 0 ? "md" : "txt"}`), "a\n");
    }
    await checkout.commit({ "STATUS.md": reportOn(2) });
    checkout.git("add", "-A");
    for (const flags of [[], ["--no-git"]]) {
      const started = performance.now();
      const { code, stdout } = await checkout.run(["check", "--format", "json", ...flags]);
      const took = performance.now() - started;
      expect(code).toBe(1);
      expect(JSON.parse(stdout).files.map(({ path }: { path: string }) => path)).toEqual(["STATUS.md"]);
      expect(took).toBeLessThan(THOROUGH ? 60_000 : 30_000);
    }
  });

  test.skipIf(process.platform === "win32")("links in a circle, and folders below folders", async () => {
    const folder = await makeFolder();
    const deep = join(folder, ...Array.from({ length: 150 }, () => "deep"));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, "STATUS.md"), reportOn(2));
    symlinkSync(folder, join(deep, "circle"));
    symlinkSync("..", join(folder, "deep", "up"));
    symlinkSync("STATUS.md", join(folder, "STATUS.md"));
    const checkout: Checkout = { ...(await makeCheckout()), path: folder };
    const { code, stdout } = await checkout.run(["check", "--format", "json", "."], { cwd: folder });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).files.length).toBe(1);
  });

  test.each([
    ["{a,b}".repeat(20)],
    [`${"**/".repeat(40)}*.md`],
    [`${"*a".repeat(60)}b`],
    ["a*".repeat(90)],
    ["**".repeat(90)],
    ["[a-z]".repeat(39)],
    ["?".repeat(199)],
    ["!(a|b)".repeat(30)],
    ["(a+)+".repeat(30)],
  ])("the glob %s", { timeout: PATIENCE }, async (glob) => {
    const checkout = await makeCheckout();
    await checkout.commit({
      "STATUS.md": reportOn(2),
      [`${"a".repeat(200)}.md`]: "a\n",
      [`${"a/".repeat(60)}a.md`]: "a\n",
    });
    for (const config of [
      { ignore: [glob] },
      { reports: [glob, "STATUS.md"] },
      { overrides: [{ files: [glob], rules: {} }] },
    ]) {
      await checkout.write({ "blockers.json": JSON.stringify(config) });
      const { code } = await checkout.run(["check"]);
      expect([0, 1, 2]).toContain(code);
    }
  });
});

describe("P6: names that differ in case, or in how accents are composed", () => {
  test.each([
    ["in case", "src/Worker.ts", "src/worker.ts"],
    ["in the case of a folder", "Src/worker.ts", "src/worker.ts"],
    ["composed and not", "src/gr\u{f6}\u{df}e.ts", "src/gro\u{308}\u{df}e.ts"],
    ["not composed and so", "src/gro\u{308}\u{df}e.ts", "src/gr\u{f6}\u{df}e.ts"],
  ])("%s: no error", async (_, there, cited) => {
    const checkout = await makeCheckout();
    const report = `${reportOn(1, { path: cited, lines: 12 })}\nSee [it](${encodeURI(cited)}).\n\n**Files created**:\n\n- \`${cited}\` (12 lines)\n`;
    await checkout.commit({ "STATUS.md": report, [there]: linesOf(12) });
    const { stdout } = await checkout.run(["check", "--format", "json"]);
    const { files } = JSON.parse(stdout);
    expect(files[0].diagnostics.filter(({ severity }: { severity: string }) => severity === "error")).toEqual([]);
  });
});

describe("P7: what is installed, and what is asked of the network", () => {
  test("every package of the lock file is known by a hash, and none of them is installed with us", () => {
    const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
    const { "": own, ...packages } = lock.packages;
    expect(own.dependencies).toBeUndefined();
    expect(own.hasInstallScript).toBeUndefined();
    expect(Object.keys(packages).length).toBeGreaterThan(50);
    for (const [name, { integrity, dev, peer, hasInstallScript }] of Object.entries<Record<string, unknown>>(
      packages,
    )) {
      expect({ name, integrity }).toEqual({ name, integrity: expect.stringMatching(/^sha512-[\w+/]{86}==$/) });
      expect({ name, ours: dev !== true && peer !== true }).toEqual({ name, ours: false });
      // What npm may run at an installation for work on the project itself.
      if (hasInstallScript === true) expect(["node_modules/fsevents"]).toContain(name);
    }
  });

  test("nothing of the program knows a network", () => {
    const modules = readdirSync(join(ROOT, "dist"), { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.c?js$/.test(name),
    );
    expect(modules.length).toBeGreaterThan(5);
    const asks =
      /(?:require|import)\s*\(?\s*["'](?:node:)?(?:https?|http2|net|tls|dgram|dns|dns\/promises|inspector|undici)["']|\bfetch\(\s*["'`]http|new WebSocket\(/;
    expect(modules.filter((name) => asks.test(readFileSync(join(ROOT, "dist", name), "utf8")))).toEqual([]);
  });

  const apart = process.platform === "linux" && spawnSync("unshare", ["-rn", "true"]).status === 0;
  test.skipIf(!apart)(
    "without a network all is said as with one (skipped without unshare)",
    { timeout: PATIENCE },
    async () => {
      const checkout = await makeCheckout();
      await checkout.commit({ "STATUS.md": reportOn(2, { path: "src/worker.ts", lines: 9 }), "src/worker.ts": "a\n" });
      checkout.git("remote", "add", "origin", "https://example.invalid/x.git");
      const said = (prefix: readonly string[], argv: readonly string[]) => {
        const [command = "", ...args] = [...prefix, process.execPath, BIN, ...argv];
        const { status, stdout, stderr } = spawnSync(command, args, { cwd: checkout.path, encoding: "utf8" });
        return { status, stdout, stderr };
      };
      for (const argv of [["check"], ["status"], ["fix", "--diff"], ["check", "--changed=HEAD"], ["doctor"]])
        expect(said(["unshare", "-rn"], argv)).toEqual(said([], argv));
    },
  );
});

describe("P8: the same input gives the same bytes", () => {
  const RUNS = THOROUGH ? 20 : 6;
  const ZONES = ["UTC", "Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu", "Pacific/Niue", ""];
  const LOCALES = ["C", "tr_TR.UTF-8", "de_DE", "ar_EG.UTF-8", "ja_JP.SJIS", ""];
  const MASKS = ["022", "077", "000"];

  test(`in ${RUNS} runs over time zones, languages, masks, folders and orders of files`, {
    timeout: PATIENCE,
  }, async () => {
    const names = [
      "a-STATUS.md",
      "B-STATUS.md",
      "\u{e4}-STATUS.md",
      "i-STATUS.md",
      "I\u{307}-STATUS.md",
      "z-STATUS.md",
    ];
    const report = (index: number) =>
      `${reportOn(2, { path: "src/worker.ts", lines: 9 + index })}\nLast updated: 2025-03-0${index + 1}, 1.${index}34 of 5.000 done\n`;
    const said = new Set<string>();
    for (let run = 0; run < RUNS; run++) {
      const checkout = await makeCheckout();
      const order = names.map((_, at) => (at * (run % 2 === 0 ? 1 : 5) + run) % names.length);
      for (const index of order) await checkout.write({ [`docs/${names[index]}`]: report(index) });
      await checkout.write({ "src/worker.ts": "a\n" });
      checkout.git("add", "-A");
      checkout.git("-c", "user.name=A", "commit", "-q", "--date=2025-03-09T12:00:00Z", "-m", "Work");
      const umask = MASKS[run % MASKS.length];
      const env = {
        PATH: process.env.PATH,
        TZ: ZONES[run % ZONES.length],
        LANG: LOCALES[run % LOCALES.length],
        LC_ALL: LOCALES[run % LOCALES.length],
      };
      const there = run % 3 === 0 ? join(checkout.path, "docs") : checkout.path;
      const command = `umask ${umask}; exec "$0" "$@"`;
      const args = [
        "-c",
        command,
        process.execPath,
        BIN,
        "check",
        "--format",
        "sarif",
        "--repo",
        checkout.path,
        join(checkout.path, "docs"),
      ];
      const { status, stdout } = spawnSync("sh", args, { cwd: there, env, encoding: "utf8" });
      expect(status).toBe(1);
      said.add(stdout.replaceAll(/\b[0-9a-f]{9,40}\b(?=:)/g, "COMMIT"));
    }
    expect([...said].length).toBe(1);
  });
});
