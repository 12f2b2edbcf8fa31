import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { nodeFileSystem } from "../../src/fs/node-file-system.js";
import { makeFolder } from "../helpers/scenario.js";

const windows = process.platform === "win32";
const root = process.getuid?.() === 0;
const OLD = "4 of 5 done (70%)\n";
const NEW = "4 of 5 done (80%)\n";
const OTHER = "somebody's own words\n";

let folder: string;
const at = (path: string) => join(folder, path);
const text = (path: string) => readFileSync(at(path), "utf8");

beforeEach(async () => {
  folder = await makeFolder();
});

function put(path: string, content = OLD, mode = 0o644): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
  chmodSync(at(path), mode);
}

function replace(path: string, over: { expected?: string; content?: string; within?: string } = {}) {
  const { expected = OLD, content = NEW, within = folder } = over;
  return nodeFileSystem.replaceFile(at(path), {
    expected: Buffer.from(expected),
    content: Buffer.from(content),
    within,
  });
}

/** Everything about a file that a replacement would change. */
function fingerprint(path: string) {
  const { ino, mtimeNs, ctimeNs, mode } = lstatSync(at(path), { bigint: true });
  return { ino, mtimeNs, ctimeNs, mode, content: text(path) };
}

async function expectRefused(path: string, message: string, over: Parameters<typeof replace>[1] = {}): Promise<void> {
  const before = { names: readdirSync(folder), file: fingerprint(path) };
  await expect(replace(path, over)).rejects.toMatchObject({
    name: "BlockersError",
    kind: "input",
    message: expect.stringContaining(message),
  });
  expect({ names: readdirSync(folder), file: fingerprint(path) }).toEqual(before);
}

describe("F9: a plain file", () => {
  test("gets the new content, and nothing else is left in its folder", async () => {
    put("STATUS.md");
    expect(await replace("STATUS.md")).toBe("written");
    expect(text("STATUS.md")).toBe(NEW);
    expect(readdirSync(folder)).toEqual(["STATUS.md"]);
  });

  test("may become empty, and may be large", async () => {
    put("STATUS.md");
    expect(await replace("STATUS.md", { content: "" })).toBe("written");
    const large = "x".repeat(3_000_000);
    expect(await replace("STATUS.md", { expected: "", content: large })).toBe("written");
    expect(text("STATUS.md") === large).toBe(true);
  });

  test.each(["é".repeat(126), `${"a".repeat(250)}.md`, "报".repeat(85)])("may have a long name: %s", async (name) => {
    put(name);
    expect(await replace(name)).toBe("written");
    expect(readdirSync(folder)).toEqual([name]);
  });

  test.skipIf(windows).each([0o600, 0o644, 0o664, 0o755, 0o640, 0o2750, 0o4755, 0o1644])(
    "keeps its mode %o",
    async (mode) => {
      put("STATUS.md", OLD, mode);
      const { mode: before } = statSync(at("STATUS.md"));
      expect(await replace("STATUS.md")).toBe("written");
      expect(statSync(at("STATUS.md")).mode).toBe(before);
    },
  );

  test.runIf(root)("keeps its owner and group", async () => {
    put("STATUS.md", OLD, 0o4750);
    chownSync(at("STATUS.md"), 1234, 5678);
    chmodSync(at("STATUS.md"), 0o4750);
    expect(await replace("STATUS.md")).toBe("written");
    const { uid, gid, mode } = statSync(at("STATUS.md"));
    expect([uid, gid, mode & 0o7777]).toEqual([1234, 5678, 0o4750]);
  });
});

describe("F1: nothing to change", () => {
  test.each([
    ["the file already holds the new content", { expected: OTHER, content: OLD }],
    ["the new content is the expected one", { expected: OLD, content: OLD }],
    ["the new content is the expected one, though the file differs", { expected: OTHER, content: OTHER }],
  ])("%s: the file is not touched", async (_, over) => {
    put("STATUS.md");
    const before = fingerprint("STATUS.md");
    expect(await replace("STATUS.md", over)).toBe("unchanged");
    expect(fingerprint("STATUS.md")).toEqual(before);
  });

  test("nor does a read-only file with hard links have to be refused", async () => {
    put("STATUS.md", NEW, 0o444);
    linkSync(at("STATUS.md"), at("same.md"));
    expect(await replace("STATUS.md")).toBe("unchanged");
  });
});

describe("F9: refused, and left as it was", () => {
  test.each([
    ["other words", OTHER],
    ["a line more", `${OLD}\n`],
    ["a line less", ""],
    ["a line more than the new content", `${NEW}\n`],
  ])("a file that changed on disk: %s", async (_, content) => {
    put("STATUS.md", content);
    await expectRefused("STATUS.md", "changed on disk while it was being checked");
  });

  test.each([0o444, 0o400, 0o555])("a read-only file (%o), for the superuser too", async (mode) => {
    put("STATUS.md", OLD, mode);
    await expectRefused("STATUS.md", "is read-only");
  });

  test.skipIf(root || windows)("a file that others may write to (nothing to see as root)", async () => {
    put("STATUS.md", OLD, 0o466);
    await expectRefused("STATUS.md", "is read-only");
  });

  test.skipIf(root || windows)("a file in a folder that may not be written to (nothing to see as root)", async () => {
    put("docs/STATUS.md");
    chmodSync(at("docs"), 0o555);
    await expectRefused("docs/STATUS.md", "cannot be replaced: permission denied in its folder");
    chmodSync(at("docs"), 0o755);
  });

  test("a file with hard links", async () => {
    put("STATUS.md");
    linkSync(at("STATUS.md"), at("same.md"));
    await expectRefused("STATUS.md", "is one file with 2 names (hard links)");
    expect(statSync(at("same.md")).ino).toBe(statSync(at("STATUS.md")).ino);
  });

  test("what is no file", async () => {
    mkdirSync(at("docs"));
    await expect(replace("docs")).rejects.toMatchObject({ kind: "input", message: "is a directory, not a file" });
    await expect(replace("missing")).rejects.toMatchObject({ message: "there is no such file or directory" });
    await expect(replace("docs/missing/a.md")).rejects.toMatchObject({ message: "there is no such file or directory" });
  });

  test.skipIf(windows)("pipes and devices", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    await expect(replace("pipe")).rejects.toMatchObject({ message: "is not a regular file" });
    const device = nodeFileSystem.replaceFile("/dev/null", {
      expected: Buffer.from(""),
      content: Buffer.from(NEW),
      within: folder,
    });
    await expect(device).rejects.toMatchObject({ message: "is not a regular file" });
  });
});

describe.skipIf(windows)("F9: symbolic links", () => {
  beforeEach(() => {
    put("repository/STATUS.md");
    put("elsewhere/STATUS.md");
  });
  const inRepository = (path: string) => replace(path, { within: at("repository") });

  async function expectLedOut(path: string): Promise<void> {
    await expectRefused(path, `is reached by a symbolic link that leads out of ${at("repository")}`, {
      within: at("repository"),
    });
    expect(text("elsewhere/STATUS.md")).toBe(OLD);
    expect(readdirSync(at("elsewhere"))).toEqual(["STATUS.md"]);
  }

  test("a link within stays a link, and its target is replaced beside itself", async () => {
    put("repository/docs/real.md");
    symlinkSync("docs/real.md", at("repository/link.md"));
    symlinkSync("link.md", at("repository/chain.md"));
    expect(await inRepository("repository/chain.md")).toBe("written");
    expect(text("repository/docs/real.md")).toBe(NEW);
    expect([readlinkSync(at("repository/link.md")), readlinkSync(at("repository/chain.md"))]).toEqual([
      "docs/real.md",
      "link.md",
    ]);
    expect(readdirSync(at("repository/docs"))).toEqual(["real.md"]);
  });

  test("a folder within that is a link to another one within is followed", async () => {
    put("repository/docs/real.md");
    symlinkSync("docs", at("repository/folder"));
    expect(await inRepository("repository/folder/real.md")).toBe("written");
    expect(text("repository/docs/real.md")).toBe(NEW);
  });

  test.each([
    ["relative", "../elsewhere/STATUS.md"],
    ["absolute", "/elsewhere/STATUS.md"],
  ])("a link that leads out is refused: %s", async (kind, target) => {
    symlinkSync(kind === "absolute" ? at("elsewhere/STATUS.md") : target, at("repository/link.md"));
    await expectLedOut("repository/link.md");
  });

  test("a link to a neighbour whose name starts alike is refused", async () => {
    put("repository-two/STATUS.md");
    symlinkSync("../repository-two/STATUS.md", at("repository/link.md"));
    await expectLedOut("repository/link.md");
  });

  test("a folder that leads out is refused", async () => {
    symlinkSync("../elsewhere", at("repository/folder"));
    await expectLedOut("repository/folder/STATUS.md");
  });

  test("a link that leads out and in again is followed", async () => {
    symlinkSync("../elsewhere/back", at("repository/link.md"));
    symlinkSync("../repository/STATUS.md", at("elsewhere/back"));
    expect(await inRepository("repository/link.md")).toBe("written");
    expect(text("repository/STATUS.md")).toBe(NEW);
  });

  test("the folder itself may be reached by a link, under either name", async () => {
    symlinkSync("repository", at("alias"));
    expect(await replace("alias/STATUS.md", { within: at("alias") })).toBe("written");
    put("repository/STATUS.md");
    expect(await replace("repository/STATUS.md", { within: at("alias") })).toBe("written");
    put("repository/STATUS.md");
    expect(await inRepository("alias/STATUS.md")).toBe("written");
  });

  test("a file elsewhere that the user named is replaced, below a linked folder too", async () => {
    symlinkSync("elsewhere", at("folder"));
    expect(await inRepository("folder/STATUS.md")).toBe("written");
    expect(text("elsewhere/STATUS.md")).toBe(NEW);
  });

  test("a link elsewhere is refused, unless it leads in", async () => {
    put("third/STATUS.md");
    symlinkSync("../third/STATUS.md", at("elsewhere/out.md"));
    symlinkSync("../repository/STATUS.md", at("elsewhere/in.md"));
    await expectRefused("elsewhere/out.md", "leads out of", { within: at("repository") });
    expect(text("third/STATUS.md")).toBe(OLD);
    expect(await inRepository("elsewhere/in.md")).toBe("written");
    expect(text("repository/STATUS.md")).toBe(NEW);
  });

  test("a link that leads nowhere, or in a circle, is refused", async () => {
    symlinkSync("missing.md", at("repository/nowhere.md"));
    symlinkSync("circle.md", at("repository/circle.md"));
    await expect(inRepository("repository/nowhere.md")).rejects.toThrow("there is no such file");
    await expect(inRepository("repository/circle.md")).rejects.toThrow("lead in a circle");
  });
});
