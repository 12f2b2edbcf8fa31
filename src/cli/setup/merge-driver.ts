import { join } from "node:path";
import { configureDriver, readDriver } from "../../git/configure-driver.js";
import { note } from "../notices.js";
import { readSettings } from "../settings/settings.js";
import { readIfThere, textOf } from "./plan-file.js";
import type { Place, Step } from "./step.js";

const ID = "blockers";
const ATTRIBUTES = ".gitattributes";
/** Reports are told by their content, so that any markdown file may be one; others are merged as git would. */
const ANY_MARKDOWN = ["*.md"];

/** The steps that let git merge reports by this program. Raises config, input and git errors. */
export async function planMergeDriver(place: Place): Promise<readonly Step[]> {
  const steps = [await planAttributes(place), await planDriver(place)];
  return steps.every(({ kind }) => kind === "settled")
    ? [{ kind: "settled", text: "the merge driver was set up already" }]
    : steps;
}

/** There git neither takes back what was matched, nor knows alternatives. */
function isBeyondAttributes(glob: string): boolean {
  return glob.startsWith("!") || /[{}]/.test(glob);
}

/** As `.gitattributes` has it: a folder is named by its files, blanks are quoted. */
function attributePattern(glob: string): string {
  const files = glob.endsWith("/") ? `${glob}**` : glob;
  return /[\s"]/.test(files) ? JSON.stringify(files) : files;
}

/** Adds what is missing at the end of `.gitattributes`, in its own line ends. */
async function planAttributes(place: Place): Promise<Step> {
  const { checkout, world } = place;
  const { config } = await readSettings(world, checkout, undefined);
  const globs = config.reports ?? ANY_MARKDOWN;
  for (const glob of globs.filter(isBeyondAttributes))
    note(world, `"${glob}" has no like in ${ATTRIBUTES}; name those files there by hand, with merge=${ID}`);
  const patterns = globs.filter((glob) => !isBeyondAttributes(glob)).map(attributePattern);
  const file = join(checkout, ATTRIBUTES);
  const expected = await readIfThere(place, file, ATTRIBUTES);
  const text = expected === undefined ? "" : textOf(expected);
  const known = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/\s+/g, " ")));
  const missing = patterns.map((pattern) => `${pattern} merge=${ID}`).filter((line) => !known.has(line));
  if (missing.length === 0) return { kind: "settled", text: `${ATTRIBUTES} names the merge driver` };
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const gap = text === "" || text.endsWith("\n") ? "" : eol;
  const added = Buffer.from(gap + missing.map((line) => line + eol).join(""));
  const content = Buffer.concat([expected ?? new Uint8Array(), added]);
  const next = "it names the merge driver: commit it";
  return { kind: "write", file, content, executable: false, expected, within: checkout, next };
}

async function planDriver({ checkout, world: { command, env } }: Place): Promise<Step> {
  const settings = {
    id: ID,
    name: "blockers: recompute derived numbers",
    driver: `${command} merge-driver -- %O %A %B %L %P`,
  };
  const there = await readDriver(checkout, settings.id, env);
  if (there.name === settings.name && there.driver === settings.driver)
    return { kind: "settled", text: "this clone's configuration knows the merge driver" };
  return {
    kind: "act",
    commands: [`git config merge.${ID}.name "${settings.name}"`, `git config merge.${ID}.driver "${settings.driver}"`],
    act: () => configureDriver(checkout, settings, env),
    next: "this clone's configuration knows the merge driver: each clone runs this command once",
  };
}
