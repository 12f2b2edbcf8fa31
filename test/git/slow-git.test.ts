import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { openHistory } from "../../src/git/open.js";
import { makeFolder, makeRepository } from "../helpers/scenario.js";

vi.mock("../../src/git/limits.js", async (load) => ({
  ...(await load<typeof import("../../src/git/limits.js")>()),
  GIT_TIMEOUT_MS: 2_000,
}));

test("versions that were found before time ran out are given", async () => {
  const { path, id } = await makeRepository("archive");
  const folder = await makeFolder();
  const outer = process.env.PATH ?? "";
  const shell = `export PATH='${outer}'\ncase " $* " in *" log "*) git "$@"; exec sleep 30;; esac\nexec git "$@"`;
  await writeFile(join(folder, "git"), `#!/bin/sh\n${shell}\n`);
  await chmod(join(folder, "git"), 0o755);
  const history = await openHistory({ cwd: path, env: { PATH: `${folder}:${outer}`, HOME: folder } });
  const versions = await history.versions(["STATUS.md", "none.md"], undefined, 9);
  expect(versions.get("STATUS.md")?.map(({ commit }) => commit)).toEqual([id("edited"), id("written")]);
  expect(versions.get("none.md")).toEqual([]);
  await history.close();
});

test("a git that does not answer at all is an error, not a folder without a repository", async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, "git"), "#!/bin/sh\nexec sleep 30\n");
  await chmod(join(folder, "git"), 0o755);
  await mkdir(join(folder, ".git"));
  const env = { PATH: `${folder}:${process.env.PATH ?? ""}`, HOME: folder };
  await expect(openHistory({ cwd: folder, env })).rejects.toThrow("it did not answer in time");
});
