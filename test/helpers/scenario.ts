import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { parse } from "yaml";
import { buildScenario, type Scenario } from "../../src/git/scenario.js";

/** A repository on disk, with its commits by name. */
export interface TestRepository {
  readonly path: string;
  /** The full id of a named commit; throws for an unknown name. */
  id(name: string): string;
}

const FIXTURES = new URL("../../fixtures/history/", import.meta.url);
const created: string[] = [];

afterAll(async () => {
  await Promise.all(created.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** Makes an empty folder that is removed after the test file. */
export async function makeFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "blockers-")));
  created.push(folder);
  return folder;
}

/** Reads `fixtures/history/NAME.yaml`. */
export async function loadScenario(name: string): Promise<Scenario> {
  return parse(await readFile(new URL(`${name}.yaml`, FIXTURES), "utf8")) as Scenario;
}

/** Builds a scenario, or the fixture of that name, in a temporary folder. */
export async function makeRepository(scenario: Scenario | string): Promise<TestRepository> {
  const path = await makeFolder();
  const ids = await buildScenario(path, typeof scenario === "string" ? await loadScenario(scenario) : scenario);
  return {
    path,
    id: (name) => {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`no commit ${name} in the scenario`);
      return id;
    },
  };
}
