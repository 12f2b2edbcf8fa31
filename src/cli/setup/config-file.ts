import { join } from "node:path";
import { CONFIG_NAMES } from "../../config/config-names.js";
import { displayed } from "../files/places.js";
import { readSettings } from "../settings/settings.js";
import type { Place, Step } from "./step.js";

/** A configuration in which everything is a comment: it says what could be said, and changes nothing. */
export const CONFIG_TEMPLATE = `# What blockers is to know of this repository. Nothing is needed: what follows "#" without a blank is
# an example, to be taken out of its comment.
# "blockers explain RULE" tells what a rule looks for.

# Which files are reports; without it, those that read like one.
#reports: ["docs/**/*STATUS*.md"]

# Which files are never looked at.
#ignore: ["docs/archive/**"]

# How much each rule matters: error, warning, info or off.
#rules:
#  restated-mismatch: off
#  stale-report: info

# From which severity on "blockers check" ends with exit code 1: error, warning, info or never.
#failOn: warning

# Branches or tags that speak for the project, beside what is checked out.
#refs: [main]

# What reports write before the paths of files.
#pathPrefixes: ["/srv/app"]

# Readiness tables that "blockers table --write" keeps between markers, by their IDs.
#tables:
#  overview:
#    reports: ["docs/**/*STATUS*.md"]
#    columns: [report, done, percent]
`;

/** The step that writes a configuration where there is none. Raises a config error for one that is not valid. */
export async function planConfig({ world, checkout }: Place): Promise<Step> {
  const { file } = await readSettings(world, checkout, undefined);
  if (file !== undefined)
    return { kind: "settled", text: `there is a configuration already: ${displayed(world.cwd, file)}` };
  return {
    kind: "write",
    file: join(checkout, CONFIG_NAMES[0]),
    content: Buffer.from(CONFIG_TEMPLATE),
    executable: false,
    expected: undefined,
    within: checkout,
    next: "what it says is all commented out: change what you need, and commit it",
  };
}
