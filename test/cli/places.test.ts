import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { below, displayed, findCheckout, repositoryPath } from "../../src/cli/files/places.js";
import { nodeFileSystem } from "../../src/fs/node-file-system.js";
import { makeFolder, makeRepository } from "../helpers/scenario.js";

const TOP = resolve("/repository");

describe("below", () => {
  test.each([
    ["docs/a.md", "docs/a.md"],
    [".", ""],
    ["../a.md", undefined],
    ["..a.md", "..a.md"],
  ])("%s", (path, expected) => {
    expect(below(TOP, resolve(TOP, path))).toBe(expected);
  });
});

test("on screen a path is relative to the working directory, or as it was typed", () => {
  expect(displayed(TOP, join(TOP, "docs", "a.md"))).toBe("docs/a.md");
  expect(displayed(TOP, "./docs/../a.md")).toBe("a.md");
  expect(displayed(TOP, "../a.md")).toBe("../a.md");
});

describe("the path that git knows", () => {
  const context = { fs: nodeFileSystem, cwd: join(TOP, "docs"), checkout: TOP, elsewhere: false };

  test("is relative to the checkout", async () => {
    expect(await repositoryPath(context, "a.md")).toEqual({ path: "docs/a.md", foreign: false });
    expect(await repositoryPath(context, "../README.md")).toEqual({ path: "README.md", foreign: false });
  });

  test("with --repo elsewhere is the path as typed", async () => {
    const elsewhere = { ...context, checkout: undefined, elsewhere: true };
    expect(await repositoryPath(elsewhere, "./docs/a.md")).toEqual({ path: "docs/a.md", foreign: false });
    expect(await repositoryPath(elsewhere, "../a.md")).toEqual({ path: "../a.md", foreign: false });
  });

  test("without a repository is the path on screen", async () => {
    expect(await repositoryPath({ ...context, checkout: undefined }, "a.md")).toEqual({
      path: "a.md",
      foreign: false,
    });
  });

  test("outside the checkout is the path on screen, and proves nothing", async () => {
    expect(await repositoryPath(context, "../../a.md")).toEqual({ path: "../../a.md", foreign: true });
  });
});

test("the checkout is found from a folder within", async () => {
  const { path } = await makeRepository("progress");
  expect(await findCheckout(nodeFileSystem, join(path, "src"))).toBe(path);
  expect(await findCheckout(nodeFileSystem, await makeFolder())).toBeUndefined();
});
