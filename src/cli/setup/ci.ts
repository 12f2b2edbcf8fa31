import { join } from "node:path";
import { BlockersError } from "../../errors.js";
import { askLayout } from "../../git/layout.js";
import { ORIGIN } from "../version.js";
import { githubWorkflow, type Origin, PACKAGE_VARIABLE } from "./github-workflow.js";
import { gitlabJob } from "./gitlab-job.js";
import { planFile, readIfThere, textOf } from "./plan-file.js";
import { CI_SERVICES, type CiService } from "./services.js";
import type { Place, Step } from "./step.js";

const WORKFLOW = ".github/workflows/blockers.yml";
const GITLAB = ".gitlab-ci.yml";
const GITLAB_JOB = ".gitlab/blockers.gitlab-ci.yml";

/** The steps that have a CI service check the reports; `from` is what npm is to install there. Raises usage, git and input errors. */
export async function planCi(
  place: Place,
  { service, from }: { readonly service: CiService | undefined; readonly from: string | undefined },
): Promise<readonly Step[]> {
  const origin = await findOrigin(place, from);
  const chosen = service ?? (await guessService(place));
  const command = [`blockers init --ci=${chosen}`, ...(from === undefined ? [] : [`--from ${from}`])].join(" ");
  const next =
    origin.kind === "variable"
      ? `commit it, and set the ${chosen === "github" ? "repository" : "project"}'s variable ${PACKAGE_VARIABLE} to what npm is to install, ` +
        "such as a git URL with a release tag; until then the job fails and says so (--from writes it into the job)"
      : "commit it";
  if (chosen === "github")
    return [await planFile(place, { path: WORKFLOW, text: githubWorkflow(origin), command, next })];
  return [
    await planFile(place, { path: GITLAB_JOB, text: gitlabJob(origin), command, next }),
    await planInclude(place),
  ];
}

/** The service that the remote names, or that the checkout has files for; GitHub where nothing says. */
async function guessService({ checkout, world }: Place): Promise<CiService> {
  const { remotes } = await askLayout(checkout, world.env);
  const there = async (path: string) => (await world.fs.stat(join(checkout, path))) !== undefined;
  for (const url of remotes) {
    const named = CI_SERVICES.find((name) => hostOf(url).includes(name));
    if (named) return named;
  }
  return !(await there(".github")) && ((await there(GITLAB)) || (await there(".gitlab"))) ? "gitlab" : "github";
}

/** Of "https://user@host/path" and of "user@host:path". */
function hostOf(url: string): string {
  return (
    (/^[a-z+]+:\/\/(?:[^@/]*@)?([^/:]+)/i.exec(url) ?? /^(?:[^@/]*@)?([^/:]+):/.exec(url))?.[1]?.toLowerCase() ?? ""
  );
}

async function findOrigin(place: Place, from: string | undefined): Promise<Origin> {
  if (from !== undefined) {
    if (!/^[\w@.][\w@.:/+#~^=%&?-]*$/.test(from)) {
      throw new BlockersError(
        "usage",
        "--from takes what npm installs: a git URL with a tag, a tarball, or a version",
        ["For example: blockers init --ci --from git+https://example.org/team/blockers.git#v1.0.0"],
      );
    }
    return { kind: "package", spec: from };
  }
  if (await isLocked(place)) return { kind: "project" };
  return ORIGIN === undefined ? { kind: "variable" } : { kind: "package", spec: ORIGIN };
}

/** Whether the lock file of the project at the top names this program. */
async function isLocked(place: Place): Promise<boolean> {
  const bytes = await readIfThere(place, join(place.checkout, "package-lock.json"), "package-lock.json").catch(
    () => undefined,
  );
  return bytes !== undefined && textOf(bytes).includes('"node_modules/blockers"');
}

/** The job runs only where the pipeline includes it; a pipeline of somebody's own is his to change. */
async function planInclude(place: Place): Promise<Step> {
  const there = await readIfThere(place, join(place.checkout, GITLAB), GITLAB);
  if (there === undefined) {
    return {
      kind: "write",
      file: join(place.checkout, GITLAB),
      content: Buffer.from(`include:\n  - local: ${GITLAB_JOB}\n`),
      executable: false,
      expected: undefined,
      within: place.checkout,
      next: "commit it",
    };
  }
  if (textOf(there).includes(GITLAB_JOB)) return { kind: "settled", text: `${GITLAB} includes the job` };
  return {
    kind: "refused",
    message: `${GITLAB} does not include the job yet, and is left alone`,
    hints: [`Add to it, under "include:"`, `  - local: ${GITLAB_JOB}`],
  };
}
