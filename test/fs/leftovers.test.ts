import { spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { nodeFileSystem } from "../../src/fs/node-file-system.js";
import { temporaryName, temporaryNameOwner } from "../../src/fs/temporary-name.js";
import { makeFolder } from "../helpers/scenario.js";

const { pid: DEAD } = spawnSync(process.execPath, ["--version"]);
const nameOf = (pid: number | string, random = "0123456789ab") => `.STATUS.md.blockers-${pid}-${random}.tmp`;
const HOUR_IN_S = 3600;

let folder: string;
const put = (name: string) => writeFileSync(join(folder, name), "half a rep");

beforeEach(async () => {
  folder = await makeFolder();
});

test("F7: what dead runs left is deleted, and nothing else", async () => {
  put("STATUS.md");
  put(nameOf(DEAD));
  put(nameOf(DEAD, "ba9876543210"));
  put(nameOf(process.pid));
  expect(await nodeFileSystem.removeLeftovers(folder)).toBe(2);
  expect(readdirSync(folder).sort()).toEqual([nameOf(process.pid), "STATUS.md"]);
  expect(await nodeFileSystem.removeLeftovers(folder)).toBe(0);
});

test("after an hour the id of a process tells nothing", async () => {
  const now = Date.now() / 1000;
  for (const [random, age] of [
    ["000000000000", 2 * HOUR_IN_S],
    ["111111111111", HOUR_IN_S / 2],
  ] as const) {
    put(nameOf(process.pid, random));
    utimesSync(join(folder, nameOf(process.pid, random)), now - age, now - age);
  }
  expect(await nodeFileSystem.removeLeftovers(folder)).toBe(1);
  expect(readdirSync(folder)).toEqual([nameOf(process.pid, "111111111111")]);
});

test.each([
  `STATUS.md.blockers-${DEAD}-0123456789ab.tmp`,
  `.blockers-${DEAD}-0123456789ab.tmp`,
  `.STATUS.md.blockers-${DEAD}-0123456789ab.tmp~`,
  `.STATUS.md.blockers-${DEAD}-0123456789abc.tmp`,
  `.STATUS.md.blockers-${DEAD}-0123456789AB.tmp`,
  `.STATUS.md.blockers-0-0123456789ab.tmp`,
  `.STATUS.md.blockers-0${DEAD}-0123456789ab.tmp`,
  `.STATUS.md.blockers--1-0123456789ab.tmp`,
  `.STATUS.md.${DEAD}.tmp`,
  ".STATUS.md.swp",
])("the foreign name %s stays", async (name) => {
  put(name);
  expect(await nodeFileSystem.removeLeftovers(folder)).toBe(0);
  expect(readdirSync(folder)).toEqual([name]);
});

test("a folder of that name stays", async () => {
  mkdirSync(join(folder, nameOf(DEAD)));
  expect(await nodeFileSystem.removeLeftovers(folder)).toBe(0);
  expect(readdirSync(folder)).toEqual([nameOf(DEAD)]);
});

test.skipIf(process.platform === "win32")("a link of that name stays, and so does what it leads to", async () => {
  put("precious.md");
  symlinkSync("precious.md", join(folder, nameOf(DEAD)));
  expect(await nodeFileSystem.removeLeftovers(folder)).toBe(0);
  expect(lstatSync(join(folder, nameOf(DEAD))).isSymbolicLink()).toBe(true);
  expect(readdirSync(folder)).toHaveLength(2);
});

test("a folder that is not there, or is none, is no error", async () => {
  put("file");
  expect(await nodeFileSystem.removeLeftovers(join(folder, "missing"))).toBe(0);
  expect(await nodeFileSystem.removeLeftovers(join(folder, "file"))).toBe(0);
});

describe("names", () => {
  test.each(["STATUS.md", "a", ".hidden", "zwei\nZeilen.md", "报".repeat(85), "🟡".repeat(63), "e\u0301".repeat(85)])(
    "of temporary files for %j are short enough, and known again",
    (name) => {
      const made = temporaryName(name);
      expect(Buffer.byteLength(made)).toBeLessThanOrEqual(255);
      expect(made).not.toMatch(/\p{Surrogate}/u);
      expect(temporaryNameOwner(made)).toBe(process.pid);
      expect(temporaryName(name)).not.toBe(made);
    },
  );
});
