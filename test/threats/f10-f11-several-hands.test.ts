import { spawn } from "node:child_process";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { nodeFileSystem } from "../../src/fs/node-file-system.js";
import { makeFolder } from "../helpers/scenario.js";

const BIN = fileURLToPath(new URL("../../bin/blockers.js", import.meta.url));
const THOROUGH = process.env.BLOCKERS_THOROUGH === "1";
const INTERLEAVINGS = THOROUGH ? 5_000 : 500;
const TOGETHER = THOROUGH ? 50 : 10;
const PATIENCE = 300_000;

test(`F10: somebody saves while a file is replaced, ${INTERLEAVINGS} times: no edit is lost`, {
  timeout: PATIENCE,
}, async () => {
  const folder = await makeFolder();
  const file = join(folder, "STATUS.md");
  const ended = { written: 0, refused: 0 };
  for (let turn = 0; turn < INTERLEAVINGS; turn++) {
    writeFileSync(file, "old\n");
    const saved = `saved ${turn}\n`;
    const somebody = async () => {
      // From before the first look at the file to after its last.
      for (let wait = (turn % 25) ** 2 * 4; wait > 0; wait--) await setImmediate();
      if (turn % 2 === 0) return writeFileSync(file, saved);
      writeFileSync(join(folder, "new"), saved);
      renameSync(join(folder, "new"), file);
    };
    const replacement = { expected: Buffer.from("old\n"), content: Buffer.from("new\n"), within: folder };
    const [replaced] = await Promise.allSettled([nodeFileSystem.replaceFile(file, replacement), somebody()]);
    if (replaced.status === "fulfilled") ended.written++;
    else {
      expect(replaced.reason).toMatchObject({ kind: "input", message: expect.stringContaining("changed on disk") });
      ended.refused++;
    }
    // Saved later, it stands; saved earlier, it was seen.
    expect({ turn, content: readFileSync(file, "utf8") }).toEqual({ turn, content: saved });
    expect(readdirSync(folder)).toEqual(["STATUS.md"]);
  }
  expect(Math.min(ended.written, ended.refused)).toBeGreaterThan(0);
});

const REPORT = "# Pier Status\n\n**Progress**: 60% (2 of 3 tasks done)\n\n- [x] Pilings\n- [x] Planks\n- [ ] Lamps\n";

test(`F11: ${TOGETHER} runs of fix at once leave one result, and nothing else`, { timeout: PATIENCE }, async () => {
  const folder = await makeFolder();
  const file = join(folder, "STATUS.md");
  writeFileSync(file, REPORT);
  const run = () =>
    new Promise<{ code: number | null; said: string }>((settle) => {
      const child = spawn(process.execPath, [BIN, "fix", "--no-git", "STATUS.md"], { cwd: folder });
      let said = "";
      child.stderr.on("data", (chunk) => {
        said += String(chunk);
      });
      child.once("close", (code) => settle({ code, said }));
    });
  const ended = await Promise.all(Array.from({ length: TOGETHER }, run));
  for (const { code, said } of ended) {
    expect([0, 2]).toContain(code);
    if (code === 2) expect(said).toMatch(/^blockers: STATUS\.md: changed on disk/);
  }
  expect(readFileSync(file, "utf8")).toBe(REPORT.replace("60%", "67%"));
  expect(readdirSync(folder)).toEqual(["STATUS.md"]);
});
