import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { LoadedConfig } from "../../src/config/config.js";
import { type ConfigFiles, type ConfigQuery, findConfig, noConfig, readFound } from "../../src/config/load-config.js";
import { BlockersError } from "../../src/errors.js";

const TOP = resolve("/repository");

/** A disk that holds these files, by path below the repository's top. */
function disk(contents: Readonly<Record<string, string>>): ConfigFiles {
  const files = new Map(Object.entries(contents).map(([path, text]) => [join(TOP, path), text]));
  return {
    exists: (path) => Promise.resolve(files.has(path)),
    read: (path, limit) => {
      const bytes = new TextEncoder().encode(files.get(path));
      return bytes.length > limit
        ? Promise.reject(new BlockersError("input", `is larger than ${limit} bytes`))
        : Promise.resolve(bytes);
    },
  };
}

function query(over: Partial<ConfigQuery> = {}): ConfigQuery {
  return { cwd: join(TOP, "docs/status"), top: TOP, ...over };
}

async function loadConfig(files: ConfigFiles, wanted: ConfigQuery): Promise<LoadedConfig> {
  const found = await findConfig(files, wanted);
  return found ? readFound(found, ["mojibake"]) : noConfig(wanted);
}

describe("the nearest configuration counts", () => {
  test("in the working directory", async () => {
    const files = disk({ "docs/status/blockers.yml": "failOn: info", "blockers.yaml": "failOn: never" });
    const loaded = await loadConfig(files, query());
    expect(loaded).toEqual({
      config: { failOn: "info" },
      directory: join(TOP, "docs/status"),
      file: join(TOP, "docs/status/blockers.yml"),
      shown: "blockers.yml",
    });
  });

  test("upward to the repository's top", async () => {
    const loaded = await loadConfig(disk({ "blockers.json": '{"failOn": "never"}' }), query());
    expect(loaded).toMatchObject({ config: { failOn: "never" }, directory: TOP });
  });

  test("not beyond it", async () => {
    const files = disk({ "blockers.yaml": "failOn: never" });
    const loaded = await loadConfig(files, query({ top: join(TOP, "docs") }));
    expect(loaded).toEqual({ config: {}, directory: join(TOP, "docs"), file: undefined, shown: undefined });
  });

  test("outside a repository only in the working directory", async () => {
    const loaded = await loadConfig(disk({ "docs/blockers.yaml": "failOn: never" }), query({ top: undefined }));
    expect(loaded.file).toBeUndefined();
  });

  test("a package.json without the key, or damaged, is passed over", async () => {
    const files = disk({
      "docs/status/package.json": '{ "name": "blockers" }',
      "docs/package.json": '{ "blockers": ',
      "package.json": '{ "blockers": { "failOn": "info" } }',
    });
    expect((await loadConfig(files, query())).config).toEqual({ failOn: "info" });
  });
});

describe("--config", () => {
  test("names a file relative to the working directory", async () => {
    const files = disk({ "docs/other.yaml": "failOn: info", "docs/status/blockers.yaml": "failOn: never" });
    expect((await loadConfig(files, query({ file: "../other.yaml" }))).config).toEqual({ failOn: "info" });
  });

  test.each([
    ["missing.yaml", "missing.yaml: there is no such configuration file"],
    ["package.json", 'package.json: has no "blockers" key'],
    ["long.yaml", "long.yaml: is larger than 262144 bytes"],
  ])("%s is refused", async (file, message) => {
    const files = disk({ "docs/status/package.json": "{}", "docs/status/long.yaml": "#".repeat(300_000) });
    await expect(loadConfig(files, query({ file }))).rejects.toMatchObject({ kind: "config", message });
  });
});

test("errors name the file relative to the working directory", async () => {
  const files = disk({ "blockers.yaml": "no: 1" });
  await expect(loadConfig(files, query())).rejects.toThrow('../../blockers.yaml:1:1: there is no setting "no"');
});
