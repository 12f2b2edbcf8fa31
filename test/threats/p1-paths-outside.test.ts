import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type Checkout, checkoutAt } from "../helpers/checkout.js";
import { makeFolder } from "../helpers/scenario.js";

const BIN = fileURLToPath(new URL("../../bin/blockers.js", import.meta.url));
const PATIENCE = 120_000;

/** No path of the machine has it. */
const CANARY = "canary-9d1f";

const traces = process.platform === "linux" && spawnSync("strace", ["-V"]).status === 0;

let top: string;
let checkout: Checkout;

/** Ways out of the checkout, to a place that is there or not. */
function waysOut(place: string): readonly string[] {
  const inner = place.slice(1);
  const up = (count: number) => "../".repeat(count);
  return [
    ...[1, 2, 3, 8, 40].flatMap((count) => [`${up(count)}${CANARY}/a.ts`, `src/${up(count + 1)}${CANARY}/a.ts`]),
    ...[
      place,
      `/${place}`,
      `//${inner}`,
      `/.${place}`,
      `${up(12)}${inner}`,
      `file://${place}`,
      `file:${place}`,
      `FILE:///${inner}`,
    ],
    ...[`..%2f${CANARY}%2fa.ts`, `%2e%2e/${CANARY}/a.ts`, `%252e%252e/${CANARY}/a.ts`, `..%5c${CANARY}%5ca.ts`],
    ...[
      `..\\${CANARY}\\a.ts`,
      `\\\\${CANARY}\\share\\a.ts`,
      `C:\\${CANARY}\\a.ts`,
      `c:/${CANARY}/a.ts`,
      `\\\\?\\C:\\${CANARY}`,
    ],
    ...[
      `~/${CANARY}/a.ts`,
      `~root/${CANARY}/a.ts`,
      `$HOME/${CANARY}/a.ts`,
      `\${HOME}/${CANARY}/a.ts`,
      `%USERPROFILE%/${CANARY}.ts`,
    ],
    ...[`/proc/self/root${place}`, `/proc/self/cwd/../${CANARY}/a.ts`, `/dev/fd/../../${CANARY}/a.ts`],
    ...[
      `out/a.ts`,
      `chain/a.ts`,
      `src/back/../../${CANARY}/a.ts`,
      `out/../${CANARY}/a.ts`,
      `.git/../../${CANARY}/a.ts`,
    ],
    ...[`src/./.././../${CANARY}/a.ts`, `....//${CANARY}/a.ts`, `..;/${CANARY}/a.ts`, `.../${CANARY}/a.ts`],
    ...[
      `../${CANARY}/a.ts?x`,
      `../${CANARY}/a.ts#L1`,
      `../${CANARY}/${"a".repeat(5000)}.ts`,
      `../${CANARY}/a.ts\u{0}.md`,
    ],
    ...[
      `\uff0e\uff0e/${CANARY}/a.ts`,
      `..\u{2215}${CANARY}\u{2215}a.ts`,
      `../../${CANARY}/../${CANARY}/a.ts:7`,
      `../${CANARY}/`,
    ],
  ];
}

function reportOn(ways: readonly string[]): string {
  const lines = ways.map((way, index) => {
    const plain = way.replaceAll("\u{0}", "%00");
    return `- [x] Item ${index}: \`${plain}\` (40 lines), see [it](<${plain}>) and ${plain}:900\n  - created \`${plain}\``;
  });
  return `# Status\n\n**Overall**: 50% complete (1 of ${ways.length} done)\n\n## Files created\n\n${lines.join("\n")}\n`;
}

beforeAll(async () => {
  top = await makeFolder();
  checkout = checkoutAt(join(top, "checkout"));
  mkdirSync(join(checkout.path, "src/back"), { recursive: true });
  checkout.git("init", "-q", "-b", "main");
  symlinkSync(`../${CANARY}`, join(checkout.path, "out"));
  symlinkSync("out", join(checkout.path, "chain"));
  await checkout.commit({ "STATUS.md": reportOn(waysOut(join(top, CANARY, "a.ts"))), "src/a.ts": "a\n" });
  checkout.git("add", "-A");
  checkout.git("commit", "-q", "-m", "Links");
});

test("P1: there are fifty ways out", () => {
  expect(new Set(waysOut("/x")).size).toBeGreaterThanOrEqual(50);
});

describe("P1: what a report names outside of its repository", () => {
  test("is said in the same words, whether it is there or not", async () => {
    const say = () => checkout.run(["check", "--format", "json", "--no-cache"]);
    const without = await say();
    mkdirSync(join(top, CANARY));
    writeFileSync(join(top, CANARY, "a.ts"), "a\n".repeat(40));
    const within = await say();
    rmSync(join(top, CANARY), { recursive: true });
    expect(within).toEqual(without);
    expect(without.code).toBe(1);
  });

  test
    .skipIf(!traces)
    .each([
      ["check", "--format", "json"],
      ["check", "--base", "HEAD~1"],
      ["status"],
      ["fix", "--diff", "--unsafe"],
      ["table"],
    ])(
    "is never looked at, by us or by git: %s %s %s (skipped without strace)",
    { timeout: PATIENCE },
    async (...argv) => {
      mkdirSync(join(top, CANARY), { recursive: true });
      writeFileSync(join(top, CANARY, "a.ts"), "a\n".repeat(40));
      const trace = join(await makeFolder(), "trace");
      const calls = "trace=%file";
      const args = ["-f", "-qq", "-s", "9000", "-e", calls, "-o", trace, process.execPath, BIN];
      const words = argv.filter((word) => word !== undefined);
      spawnSync(
        "strace",
        [...args, ...words, "--no-cache"].filter((word) => word !== "--no-cache" || argv[0] === "check"),
        {
          cwd: checkout.path,
          env: { PATH: process.env.PATH, HOME: top },
        },
      );
      expect(existsSync(trace)).toBe(true);
      const lines = readFileSync(trace, "utf8").split("\n");
      expect(lines.length).toBeGreaterThan(200);
      // Of programs that are started the arguments are no paths.
      const looked = lines
        .filter((line) => !/\bexecve\(/.test(line))
        .flatMap((line) => [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)]);
      const outside = looked
        .map(([, path = ""]) => normalize(resolve(checkout.path, path)))
        .filter((path) => path.includes(CANARY) && !path.startsWith(`${checkout.path}/`));
      expect([...new Set(outside.map(dirname))]).toEqual([]);
    },
  );
});
