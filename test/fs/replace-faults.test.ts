import {
  chownSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { DiskOperations } from "../../src/fs/disk-operations.js";
import { replaceFile } from "../../src/fs/replace-file.js";
import { makeFolder } from "../helpers/scenario.js";
import { disturbedDisk, faultyDisk, type Step, systemError } from "./faulty-disk.js";

const windows = process.platform === "win32";
const OLD = "4 of 5 done (70%)\n";
const NEW = "4 of 5 done (80%)\n";
const SAVED = "saved by somebody\n";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await makeFolder();
  file = join(folder, "STATUS.md");
  writeFileSync(file, OLD, { mode: 0o644 });
});

const replace = (disk: DiskOperations) =>
  replaceFile(file, { expected: Buffer.from(OLD), content: Buffer.from(NEW), within: folder }, disk);

const content = () => readFileSync(file, "utf8");

describe("F8: a fault of the system", () => {
  const CODES = ["ENOSPC", "EIO", "EDQUOT", "EROFS", "EACCES", "EPERM", "EMFILE", "EBUSY", "EFBIG", "EXDEV"];
  const STEPS: readonly Step[] = ["read", "access", "create", "writeFile", "chmod", "sync", "close", "lstat", "rename"];

  test.each(
    STEPS.filter((step) => !(windows && step === "chmod")).flatMap((step) =>
      CODES.map((code) => [step, code] as const),
    ),
  )("at %s: %s", async (step, code) => {
    const { ino } = statSync(file);
    await expect(replace(faultyDisk(step, code))).rejects.toMatchObject({
      name: "BlockersError",
      kind: "input",
      message: expect.not.stringContaining("system text"),
    });
    expect({ content: content(), ino: statSync(file).ino, names: readdirSync(folder) }).toEqual({
      content: OLD,
      ino,
      names: ["STATUS.md"],
    });
  });

  test.each([
    ["create", "EACCES", "cannot be replaced: permission denied in its folder"],
    ["create", "EROFS", "cannot be replaced: the disk is mounted read-only"],
    ["access", "EROFS", "cannot be replaced: the disk is mounted read-only"],
    ["access", "EACCES", "is read-only"],
    ["writeFile", "ENOSPC", "cannot be replaced: the disk is full"],
    ["sync", "EDQUOT", "cannot be replaced: the disk quota is used up"],
    ["sync", "EIO", "cannot be replaced: the disk reports a fault"],
    ["rename", "EXDEV", "cannot be replaced (EXDEV)"],
    ["read", "EACCES", "cannot be read: permission denied"],
  ] as const)("at %s, %s says: %s", async (step, code, message) => {
    await expect(replace(faultyDisk(step, code))).rejects.toMatchObject({ message });
  });

  test.skipIf(windows)("permissions that cannot be kept", async () => {
    const message = "cannot be replaced without changing its permissions";
    await expect(replace(faultyDisk("chmod", "EPERM"))).rejects.toMatchObject({ message });
  });

  test("of the folder's own sync is none: the file is replaced", async () => {
    expect(await replace(faultyDisk("openFolder", "EISDIR"))).toBe("written");
    expect(content()).toBe(NEW);
  });

  test("in removing the temporary file does not hide the first one", async () => {
    const disk = disturbedDisk((step) => {
      if (step === "writeFile") throw systemError("ENOSPC");
      if (step === "unlink") throw systemError("EIO");
    });
    await expect(replace(disk)).rejects.toThrow("the disk is full");
    expect(content()).toBe(OLD);
  });
});

describe("F10: somebody else's hand", () => {
  const MOMENTS: readonly Step[] = ["access", "create", "writeFile", "sync", "close"];
  const saves: readonly (readonly [string, () => void])[] = [
    ["saves in place", () => writeFileSync(file, SAVED)],
    [
      "saves by renaming",
      () => {
        writeFileSync(join(folder, "new"), SAVED);
        renameSync(join(folder, "new"), file);
      },
    ],
  ];
  const disturbedAt = (moment: Step, disturb: () => void) => {
    let done = false;
    return disturbedDisk((step) => {
      if (step !== moment || done) return;
      done = true;
      disturb();
    });
  };

  test.each([...MOMENTS, "lstat" as const].flatMap((moment) => saves.map(([how, save]) => ({ moment, how, save }))))(
    "$how at $moment: what was saved stays",
    async ({ moment, save }) => {
      await expect(replace(disturbedAt(moment, save))).rejects.toMatchObject({
        kind: "input",
        message: "changed on disk while it was being checked",
      });
      expect({ content: content(), names: readdirSync(folder) }).toEqual({ content: SAVED, names: ["STATUS.md"] });
    },
  );

  test.each(MOMENTS)("deletes the file at %s: it stays deleted", async (moment) => {
    await expect(replace(disturbedAt(moment, () => rmSync(file)))).rejects.toThrow("changed on disk");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("another file with the same content has taken the name", async () => {
    const disk = disturbedAt("sync", () => {
      writeFileSync(join(folder, "new"), OLD);
      renameSync(join(folder, "new"), file);
    });
    await expect(replace(disk)).rejects.toThrow("changed on disk");
  });

  test.skipIf(windows)("a link has taken the name: what it leads to is not touched", async () => {
    writeFileSync(join(folder, "other.md"), OLD);
    const disk = disturbedAt("sync", () => {
      rmSync(file);
      symlinkSync("other.md", file);
    });
    await expect(replace(disk)).rejects.toThrow("changed on disk");
    expect(readFileSync(join(folder, "other.md"), "utf8")).toBe(OLD);
    expect(readdirSync(folder)).toEqual(["STATUS.md", "other.md"]);
  });

  test("writes the same new content: unchanged, and no temporary file stays", async () => {
    expect(await replace(disturbedAt("sync", () => writeFileSync(file, NEW)))).toBe("unchanged");
    expect(readdirSync(folder)).toEqual(["STATUS.md"]);
  });

  test("deletes the temporary file: another one is made", async () => {
    let deleted = 0;
    const disk = disturbedDisk((step, temporary) => {
      if (step === "rename" && deleted++ < 2) unlinkSync(temporary);
    });
    expect(await replace(disk)).toBe("written");
    expect({ content: content(), names: readdirSync(folder), deleted }).toEqual({
      content: NEW,
      names: ["STATUS.md"],
      deleted: 3,
    });
  });

  test("deletes the temporary file again and again: in the end that is said", async () => {
    const disk = disturbedDisk((step, temporary) => {
      if (step === "rename") unlinkSync(temporary);
    });
    await expect(replace(disk)).rejects.toMatchObject({
      kind: "input",
      message: "cannot be replaced: another program deletes the temporary file beside it",
    });
    expect({ content: content(), names: readdirSync(folder) }).toEqual({ content: OLD, names: ["STATUS.md"] });
  });
});

test.runIf(process.getuid?.() === 0)("F9: an owner that cannot be kept is not changed", async () => {
  chownSync(file, 1234, 5678);
  const message = "cannot be replaced without changing its owner or group";
  await expect(replace(faultyDisk("chown", "EPERM"))).rejects.toMatchObject({ message });
  const { uid, gid } = statSync(file);
  expect({ uid, gid, content: content(), names: readdirSync(folder) }).toEqual({
    uid: 1234,
    gid: 5678,
    content: OLD,
    names: ["STATUS.md"],
  });
});
