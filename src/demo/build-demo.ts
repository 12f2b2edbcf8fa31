import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { buildScenario } from "../git/scenario.js";
import { COMMITS, reportCommit } from "./history.js";
import { reportText } from "./report.js";

const SHORT_ID = 7;

/** Builds the demo's repository below an empty folder and answers with its path. Raises what git raises. */
export async function buildDemo(folder: string, env: Readonly<Record<string, string | undefined>>): Promise<string> {
  const [draft, project] = [join(folder, "draft"), join(folder, "ferry-booking")];
  await mkdir(draft);
  await mkdir(project);
  // The report cites the commits before it, whose ids are the same in both builds.
  const ids = await buildScenario(draft, { commits: COMMITS }, env);
  const text = reportText((name) => ids.get(name)?.slice(0, SHORT_ID) ?? name);
  await buildScenario(project, { commits: [...COMMITS, reportCommit(text)] }, env);
  return project;
}
