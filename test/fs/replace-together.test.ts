import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { nodeFileSystem } from "../../src/fs/node-file-system.js";
import { makeFolder } from "../helpers/scenario.js";
import { sourceBundle } from "../helpers/source-bundle.js";

const LOOP = fileURLToPath(new URL("replace-for-ever.mjs", import.meta.url));
const RUNS = 30;

const KILLS = process.env.BLOCKERS_THOROUGH === "1" ? 1000 : 25;
const LONGEST_LIFE_IN_MS = 25;
const PATIENCE_PER_KILL = 5_000;

async function makeFile(content: Uint8Array): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = await makeFolder();
  const file = join(folder, "STATUS.md");
  writeFileSync(file, content);
  return { folder, file };
}

test("F11: many runs with the same new content: one result, no temporary file", async () => {
  const { folder, file } = await makeFile(Buffer.from("old"));
  const replacement = { expected: Buffer.from("old"), content: Buffer.from("new"), within: folder };
  const ended = await Promise.all(Array.from({ length: RUNS }, () => nodeFileSystem.replaceFile(file, replacement)));
  expect(ended).toContain("written");
  expect({ content: readFileSync(file, "utf8"), names: readdirSync(folder) }).toEqual({
    content: "new",
    names: ["STATUS.md"],
  });
});

test("F11: many runs with different new contents: one of them whole, the late ones are refused", async () => {
  const { folder, file } = await makeFile(Buffer.from("old"));
  const contents = Array.from({ length: RUNS }, (_, index) => `${index} `.repeat(50_000));
  const ended = await Promise.allSettled(
    contents.map((content) =>
      nodeFileSystem.replaceFile(file, { expected: Buffer.from("old"), content: Buffer.from(content), within: folder }),
    ),
  );
  for (const one of ended) {
    if (one.status === "rejected") expect(one.reason).toMatchObject({ kind: "input" });
    else expect(one.value).toBe("written");
  }
  const result = readFileSync(file, "utf8");
  const winner = contents.indexOf(result);
  expect(ended[winner]?.status).toBe("fulfilled");
  expect(readdirSync(folder)).toEqual(["STATUS.md"]);
});

test(`F7: killed ${KILLS} times at random moments, there is the old file or the new one`, {
  timeout: KILLS * PATIENCE_PER_KILL,
}, async (context) => {
  const contents = [
    Buffer.alloc(200_000, "4 of 5 done (70%)\n"),
    Buffer.alloc(300_000, "4 of 5 done (80%)\n"),
  ] as const;
  const { folder: elsewhere } = await makeFile(Buffer.alloc(0));
  const { folder, file } = await makeFile(contents[0]);
  const { mode } = statSync(file);
  const [a, b] = contents.map((content, index) => {
    const path = join(elsewhere, String(index));
    writeFileSync(path, content);
    return path;
  });
  const module = join(elsewhere, "node-file-system.mjs");
  writeFileSync(module, await sourceBundle("fs/node-file-system.ts"));
  const args = [LOOP, pathToFileURL(module).href, file, String(a), String(b)];
  let found = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const exit = once(child, "exit");
    await Promise.race([once(child.stdout, "data"), exit]);
    await setTimeout(Math.random() * LONGEST_LIFE_IN_MS);
    child.kill("SIGKILL");
    expect(await exit).toEqual([null, "SIGKILL"]);

    const now = readFileSync(file);
    expect(contents.some((content) => content.equals(now))).toBe(true);
    expect(statSync(file).mode).toBe(mode);
    const left = readdirSync(folder).length - 1;
    expect(await nodeFileSystem.removeLeftovers(folder)).toBe(left);
    expect(readdirSync(folder)).toEqual(["STATUS.md"]);
    found += left;
  }
  context.annotate(`${found} of ${KILLS} killed runs left a temporary file`);
});
