import { expect, test, vi } from "vitest";
import { gitEnvironment } from "../../src/git/environment.js";
import { ObjectReader } from "../../src/git/object-reader.js";
import { makeRepository } from "../helpers/scenario.js";

vi.mock("../../src/git/limits.js", async (load) => ({
  ...(await load<typeof import("../../src/git/limits.js")>()),
  GIT_TIMEOUT_MS: 400,
}));

test("an object that came while this process was busy with a long report is read", async () => {
  const { path, id } = await makeRepository("progress");
  const reader = new ObjectReader({ cwd: path, env: gitEnvironment() });
  const asked = reader.read(id("root"));
  // By now the question is on its way.
  await Promise.resolve();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
  expect(await asked).toMatchObject({ state: "found", type: "commit" });
  await reader.close();
});
