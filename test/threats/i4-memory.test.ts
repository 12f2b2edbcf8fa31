import { spawnSync } from "node:child_process";
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { HOSTILE_MARKDOWN } from "../helpers/hostile-markdown.js";
import { makeFolder } from "../helpers/scenario.js";

const BIN = fileURLToPath(new URL("../../bin/blockers.js", import.meta.url));
const PATIENCE = 120_000;
/** A million with BLOCKERS_THOROUGH=1: a busy machine may need longer for it than is allowed. */
const COLUMNS = process.env.BLOCKERS_THOROUGH === "1" ? 1_000_000 : 200_000;
const SOUND = "# Pier Status\n\nProgress: 1 of 2 done (80%)\n\n- [x] Pilings\n- [ ] Planks\n";

/** Runs the program with so many megabytes of memory for what it reads. */
function runWith(megabytes: number, folder: string, argv: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`--max-old-space-size=${megabytes}`, BIN, ...argv], {
    cwd: folder,
    env: { PATH: process.env.PATH, SYSTEMROOT: process.env.SYSTEMROOT },
    encoding: "utf8",
    input,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await makeFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const HUGE = `# Quay Status\n\n${HOSTILE_MARKDOWN["counts over boxes"]?.(1_300_000) ?? ""}\n`;
const GIVEN_UP =
  /^blockers: (HUGE\.md|<stdin>) takes more memory than there is, and was given up\n {2}Shorten it[^\n]*\n {2}Or give it more[^\n]*\n$/;

test("I4: a report that takes more memory than there is is given up, and the others are checked", {
  timeout: PATIENCE,
}, async () => {
  const folder = await folderWith({ "HUGE.md": HUGE, "SOUND.md": SOUND });
  const { code, stdout, stderr } = runWith(70, folder, ["check", "HUGE.md", "SOUND.md", "--format", "json"]);
  expect(stderr).toMatch(GIVEN_UP);
  expect(code).toBe(2);
  expect(JSON.parse(stdout).files).toMatchObject([{ path: "SOUND.md" }]);
});

test("I4: on standard input it is handed on as it came", { timeout: PATIENCE }, async () => {
  const { code, stdout, stderr } = runWith(70, await makeFolder(), ["fix", "-"], HUGE);
  expect(stderr).toMatch(GIVEN_UP);
  expect(code).toBe(2);
  expect(stdout === HUGE).toBe(true);
});

test("I4: a long report that has memory enough is checked as every other", { timeout: PATIENCE }, async () => {
  const long = `${SOUND}\n${"Words that say nothing of figures.\n\n".repeat(40_000)}`;
  const folder = await folderWith({ "LONG.md": long, "SHORT.md": SOUND });
  const [one, other] = ["LONG.md", "SHORT.md"].map((name) => {
    const { code, stdout, stderr } = runWith(1_000, folder, ["check", name, "--format", "json"]);
    const [file] = JSON.parse(stdout).files;
    return { code, stderr, file: { ...file, path: "", diagnostics: file.diagnostics.length } };
  });
  expect(one).toEqual({ ...other, file: { ...other?.file, repositoryPath: one?.file.repositoryPath } });
  expect(one?.code).toBe(1);
});

test("I4: a file of a hundred megabytes is refused unread", { timeout: PATIENCE }, async () => {
  const folder = await folderWith({ "HUGE.md": "", "SOUND.md": SOUND });
  truncateSync(join(folder, "HUGE.md"), 100 * 1024 * 1024);
  const { code, stdout, stderr } = runWith(50, folder, ["check", "HUGE.md", "SOUND.md"]);
  expect(stderr).toMatch(/^blockers: HUGE\.md: is larger than [^\n]*\n/);
  expect(stdout).toContain("SOUND.md:3:");
  expect(code).toBe(2);
});

test("I4: a row of very many columns is read", { timeout: PATIENCE }, async () => {
  const wide = `${SOUND}\n${"|a".repeat(3)}|\n${"|-".repeat(3)}|\n${"|1".repeat(COLUMNS)}|\n`;
  const folder = await folderWith({ "WIDE.md": wide });
  const { code, stdout, stderr } = runWith(2_000, folder, ["check", "WIDE.md"]);
  expect(stderr).toBe("");
  expect(stdout).toContain("WIDE.md:3:");
  expect(code).toBe(1);
});
