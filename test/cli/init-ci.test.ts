import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { main } from "../../src/cli/main.js";
import { CONFIG_TEMPLATE } from "../../src/cli/setup/config-file.js";
import { parseConfig } from "../../src/config/parse-config.js";
import { rules } from "../../src/rules/index.js";
import { makeFolder, runUserGit } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const PATIENCE = 60_000;
const WORKFLOW = ".github/workflows/blockers.yml";
const PACKAGE = "git+https://example.org/team/blockers.git#v1.0.0";

async function makeCheckout() {
  const top = await makeFolder();
  runUserGit(top, "init", "--initial-branch=main");
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(top, name)), { recursive: true });
    writeFileSync(join(top, name), text);
  };
  return { top, write, read: (name: string) => readFileSync(join(top, name), "utf8") };
}

async function init(cwd: string, ...args: readonly string[]) {
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: devNull };
  const world = testWorld(cwd, { env });
  return { code: await main(["init", ...args], world), stdout: world.output("stdout"), stderr: world.output("stderr") };
}

interface Job {
  readonly steps: readonly { readonly run?: string; readonly uses?: string; readonly env?: Record<string, string> }[];
}

/** Runs what a job says as the service would, with stand-ins that write down how they were called. */
async function runAsService(commands: readonly string[], variables: Readonly<Record<string, string>>) {
  const folder = await makeFolder();
  for (const name of ["npm", "npx", "blockers"]) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $*" >> '${folder}/called'\n`);
    chmodSync(join(folder, name), 0o755);
  }
  const script = join(folder, "script.sh");
  writeFileSync(script, commands.join("\n"));
  const env = { PATH: `${folder}:/usr/bin:/bin`, ...variables };
  const { status, stdout, stderr } = spawnSync("bash", ["-e", script], { cwd: folder, env, encoding: "utf8" });
  const called = existsSync(join(folder, "called")) ? readFileSync(join(folder, "called"), "utf8") : "";
  return { status, said: stdout + stderr, called };
}

describe("blockers init", () => {
  test("writes a configuration that is all comments, once, and tells what else there is", async () => {
    const { top, read } = await makeCheckout();
    const { code, stdout } = await init(top);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^blockers\.yaml: written; .*\n\nWhat else it can set up:\n {2}blockers init --hook /);
    expect(read("blockers.yaml")).toBe(CONFIG_TEMPLATE);
    expect((await init(top)).stdout).toMatch(/^there is a configuration already: blockers\.yaml\n/);
  });

  test("writes a configuration that changes nothing, and of which each line may be uncommented", () => {
    const ids = rules.map(({ id }) => id);
    expect(parseConfig(CONFIG_TEMPLATE, "blockers.yaml", ids)).toEqual({});
    const uncommented = CONFIG_TEMPLATE.replace(/^#(?! \S)/gm, "");
    const named = [...CONFIG_TEMPLATE.matchAll(/^#(\w+):/gm)].map(([, key]) => key);
    expect(named.length).toBeGreaterThan(5);
    expect(Object.keys(parseConfig(uncommented, "blockers.yaml", ids)).sort()).toEqual(named.sort());
  });

  test("leaves a configuration in package.json as the only one", async () => {
    const { top, write } = await makeCheckout();
    write("package.json", '{ "blockers": { "failOn": "warning" } }');
    expect((await init(top, "--config")).stdout).toBe("there is a configuration already: package.json\n");
    expect(existsSync(join(top, "blockers.yaml"))).toBe(false);
  });

  test("says what it needs, and writes nothing then", async () => {
    const folder = await makeFolder();
    expect(await init(folder)).toMatchObject({ code: 2, stderr: expect.stringContaining("no git checkout here") });
    const { top } = await makeCheckout();
    expect(await init(top, "--from", PACKAGE)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("needs --ci"),
    });
    for (const odd of ["--global", "a b", "x\ny", "$(id)", "$" + "{{ secrets.X }}"])
      expect(await init(top, "--ci", `--from=${odd}`)).toMatchObject({ code: 2, stdout: "" });
    expect(existsSync(join(top, ".github"))).toBe(false);
  });

  test("does what can be done, and says with exit code 2 what cannot", async () => {
    const { top, write } = await makeCheckout();
    write(".git/hooks/pre-commit", "#!/bin/sh\n");
    expect(await init(top, "--hook", "--ci", "--merge-driver")).toMatchObject({ code: 2 });
    expect(existsSync(join(top, WORKFLOW))).toBe(true);
    expect(existsSync(join(top, ".gitattributes"))).toBe(true);
  });

  test("writes nothing at all with --dry-run", async () => {
    const { top } = await makeCheckout();
    const before = runUserGit(top, "config", "--local", "--list");
    const { code, stdout } = await init(top, "--config", "--hook", "--ci=gitlab", "--merge-driver", "--dry-run");
    expect(code).toBe(0);
    for (const shown of ["blockers.yaml", ".git/hooks/pre-commit", ".gitlab/blockers.gitlab-ci.yml", ".gitattributes"])
      expect(stdout).toContain(`would write ${shown}`);
    expect(stdout).toContain("would run:\n  git config merge.blockers.name");
    expect(runUserGit(top, "status", "--porcelain", "--ignored")).toBe("");
    expect(runUserGit(top, "config", "--local", "--list")).toBe(before);
    expect(existsSync(join(top, ".git/hooks/pre-commit"))).toBe(false);
  });

  test.skipIf(process.platform === "win32")("writes through no link that leads out of the checkout", async () => {
    const { top } = await makeCheckout();
    const elsewhere = await makeFolder();
    symlinkSync(elsewhere, join(top, ".github"));
    expect(await init(top, "--ci=github")).toMatchObject({ code: 2, stderr: expect.stringContaining("symbolic link") });
    expect(existsSync(join(elsewhere, "workflows"))).toBe(false);
  });
});

describe("blockers init --ci", () => {
  test("writes a workflow that reads the whole history and may write nothing", { timeout: PATIENCE }, async () => {
    const { top, read } = await makeCheckout();
    expect((await init(top, "--ci", "--from", PACKAGE)).code).toBe(0);
    const workflow = parse(read(WORKFLOW)) as { permissions: unknown; jobs: { blockers: Job } };
    expect(workflow.permissions).toEqual({ contents: "read" });
    const { steps } = workflow.jobs.blockers;
    expect(steps[0]).toMatchObject({ with: { "fetch-depth": 0, "persist-credentials": false } });
    for (const { uses } of steps.slice(0, 2)) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    expect(steps.map(({ run }) => run).join("\n")).not.toContain("$" + "{{");
    const { status, called } = await runAsService(
      steps.flatMap(({ run }) => run ?? []),
      steps[2]?.env ?? {},
    );
    expect({ status, called }).toEqual({
      status: 0,
      called: `npm install --global --install-links --allow-git=root -- ${PACKAGE}\nblockers check --format github\n`,
    });
  });

  test("has the job fail with a sentence while nobody has said where the program comes from", {
    timeout: PATIENCE,
  }, async () => {
    const { top, read } = await makeCheckout();
    expect((await init(top, "--ci")).stdout).toContain("set the repository's variable BLOCKERS_PACKAGE");
    const { jobs } = parse(read(WORKFLOW)) as { jobs: { blockers: Job } };
    const [, , install] = jobs.blockers.steps;
    expect(install?.env).toEqual({ BLOCKERS_PACKAGE: "$" + "{{ vars.BLOCKERS_PACKAGE }}" });
    const { status, said, called } = await runAsService([install?.run ?? ""], { BLOCKERS_PACKAGE: "" });
    expect({ status, called }).toEqual({ status: 2, called: "" });
    expect(said).toContain("::error::BLOCKERS_PACKAGE is not set");
    expect((await runAsService([install?.run ?? ""], { BLOCKERS_PACKAGE: PACKAGE })).called).toContain(PACKAGE);
  });

  test("installs what the project's own lock file names", async () => {
    const { top, write, read } = await makeCheckout();
    write("package-lock.json", '{ "packages": { "node_modules/blockers": {} } }');
    await init(top, "--ci=github");
    expect(read(WORKFLOW)).toContain("npm ci --ignore-scripts\n");
    expect(read(WORKFLOW)).toContain("npx --no-install blockers check");
  });

  test("writes a job for GitLab and the pipeline that includes it", { timeout: PATIENCE }, async () => {
    const { top, read } = await makeCheckout();
    runUserGit(top, "remote", "add", "origin", "git@gitlab.example.org:team/project.git");
    expect((await init(top, "--ci", "--from", `${PACKAGE}`)).code).toBe(0);
    expect(parse(read(".gitlab-ci.yml"))).toEqual({ include: [{ local: ".gitlab/blockers.gitlab-ci.yml" }] });
    const { blockers } = parse(read(".gitlab/blockers.gitlab-ci.yml")) as {
      blockers: { variables: Record<string, string>; script: readonly string[] };
    };
    expect(blockers.variables.GIT_DEPTH).toBe("0");
    const { status, called } = await runAsService(blockers.script, blockers.variables);
    expect(status).toBe(0);
    expect(called.split("\n")).toEqual([
      `npm install --global --install-links --allow-git=root -- ${PACKAGE}`,
      "blockers check --output text --output gitlab=gl-code-quality-report.json",
      "",
    ]);
    expect((await init(top, "--ci", "--from", PACKAGE)).stdout).toBe(
      ".gitlab/blockers.gitlab-ci.yml is up to date\n.gitlab-ci.yml includes the job\n",
    );
  });

  test("leaves a pipeline of somebody's own alone, and says what to add to it", async () => {
    const { top, write, read } = await makeCheckout();
    write(".gitlab-ci.yml", "test:\n  script: [make]\n");
    const { code, stderr } = await init(top, "--ci");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        "blockers: .gitlab-ci.yml does not include the job yet, and is left alone\n" +
        '  Add to it, under "include:"\n' +
        "    - local: .gitlab/blockers.gitlab-ci.yml\n",
    });
    expect(read(".gitlab-ci.yml")).toBe("test:\n  script: [make]\n");
  });

  test("brings a workflow of its own up to date, and leaves others alone", async () => {
    const { top, write, read } = await makeCheckout();
    await init(top, "--ci=github");
    const first = read(WORKFLOW);
    // As git may check it out elsewhere.
    write(WORKFLOW, first.replaceAll("\n", "\r\n"));
    expect((await init(top, "--ci=github")).stdout).toBe(`${WORKFLOW} is up to date\n`);
    expect((await init(top, "--ci=github", "--from", PACKAGE)).code).toBe(0);
    expect(read(WORKFLOW)).toContain(PACKAGE);
    for (const [text, why] of [
      [first.replace("timeout-minutes: 10", "timeout-minutes: 5"), "was changed by hand"],
      ["name: mine\n", "not of init's making"],
    ] as const) {
      write(WORKFLOW, text);
      expect(await init(top, "--ci=github")).toMatchObject({ code: 2, stderr: expect.stringContaining(why) });
      expect(read(WORKFLOW)).toBe(text);
    }
    expect((await init(top, "--ci=github", "--force")).code).toBe(2);
  });
});
