import { join } from "node:path";
import { BlockersError } from "../../errors.js";
import { configureDriver } from "../../git/configure-driver.js";
import { ExitCode } from "../exit-code.js";
import { note } from "../notices.js";
import { findCheckout } from "../places.js";
import { readSettings } from "../settings.js";
import type { World } from "../world.js";

export interface InitFlags {
  readonly mergeDriver?: boolean;
}

const ID = "blockers";
const ATTRIBUTES = ".gitattributes";
const MAX_ATTRIBUTES_BYTES = 1024 * 1024;
/** Reports are told by their content, so that any markdown file may be one; others are merged as git would. */
const ANY_MARKDOWN = ["*.md"];

/** `blockers init`: sets the repository around here up for what is asked for. Raises usage, config, input and git errors. */
export async function init({ mergeDriver }: InitFlags, world: World): Promise<ExitCode> {
  if (!mergeDriver) {
    throw new BlockersError("usage", "there is nothing to set up", ["For example: blockers init --merge-driver"]);
  }
  const { cwd, env, fs } = world;
  const checkout = await findCheckout(fs, cwd);
  if (checkout === undefined) {
    throw new BlockersError("input", "there is no git checkout here", ["Run it in the repository it is for."]);
  }
  const { config } = await readSettings(world, checkout, undefined);
  const globs = config.reports ?? ANY_MARKDOWN;
  for (const glob of globs.filter(isBeyondAttributes))
    note(world, `"${glob}" has no like in ${ATTRIBUTES}; name those files there by hand, with merge=${ID}`);
  const patterns = globs.filter((glob) => !isBeyondAttributes(glob)).map(attributePattern);
  const entered = await enterAttributes(checkout, patterns, world);
  const configured = await configureDriver(
    checkout,
    { id: ID, name: "blockers: recompute derived numbers", driver: `${world.command} merge-driver -- %O %A %B %L %P` },
    env,
  );
  world.stdout.write(report(entered, configured));
  return ExitCode.Clean;
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

/** Adds what is missing at the end of `.gitattributes`, in its own line ends; true if something was. */
async function enterAttributes(checkout: string, patterns: readonly string[], { fs }: World): Promise<boolean> {
  const file = join(checkout, ATTRIBUTES);
  try {
    const there = (await fs.stat(file)) !== undefined;
    const bytes = there ? await fs.readBytes(file, MAX_ATTRIBUTES_BYTES) : new Uint8Array();
    const text = Buffer.from(bytes).toString("utf8");
    const known = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/\s+/g, " ")));
    const missing = patterns.map((pattern) => `${pattern} merge=${ID}`).filter((line) => !known.has(line));
    if (missing.length === 0) return false;
    const eol = text.includes("\r\n") ? "\r\n" : "\n";
    const gap = text === "" || text.endsWith("\n") ? "" : eol;
    const added = Buffer.from(gap + missing.map((line) => line + eol).join(""));
    const content = Buffer.concat([bytes, added]);
    if (there) await fs.replaceFile(file, { expected: bytes, content, within: checkout });
    else await fs.createFile(file, content);
    return true;
  } catch (cause) {
    if (!(cause instanceof BlockersError)) throw cause;
    throw new BlockersError(cause.kind, `${ATTRIBUTES}: ${cause.message}`, cause.hints, { cause });
  }
}

function report(entered: boolean, configured: boolean): string {
  if (!entered && !configured) return "the merge driver was set up already\n";
  return [
    ...(entered ? [`${ATTRIBUTES} names the merge driver: commit it`] : []),
    ...(configured ? ["this clone's configuration knows the merge driver: each clone runs this command once"] : []),
    "",
  ].join("\n");
}
