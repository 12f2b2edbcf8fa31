import { z } from "zod";
import { foldStatusWord, type StatusWords, statusWordFault } from "../model/status-words.js";
import { foldName } from "../model/weights.js";

/** How a team writes its reports, as far as it says so. */
export interface TeamConfig {
  /** Further words and marks for each status. */
  readonly statuses?: StatusWords | undefined;
  /** How much items count in an overall percentage, by key or title. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
  readonly tolerances?: ToleranceConfig | undefined;
  /** Which reports are frozen; undefined for those that look so by their paths. */
  readonly archive?: readonly string[] | undefined;
}

/** Tolerances as they are written: shares as "10%". */
export interface ToleranceConfig {
  readonly lines?: string | undefined;
  readonly exactLines?: number | undefined;
  readonly about?: string | undefined;
  readonly percent?: number | undefined;
}

const MAX_WORDS = 100;
const MAX_WORD = 60;
const MAX_WEIGHTS = 200;
const MAX_NAME = 200;
const MAX_WEIGHT = 1_000_000;
const MAX_SHARE = 50;
const MAX_LINES = 100;
const MAX_POINTS = 10;

const word = z
  .string()
  .max(MAX_WORD, `a status may have at most ${MAX_WORD} characters`)
  .superRefine((value, context) => {
    const fault = statusWordFault(value);
    if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
  });

const words = z.array(word).max(MAX_WORDS).optional();

const statuses = z
  .strictObject({
    done: words.describe("Finished."),
    "in-progress": words.describe("Being worked on."),
    partial: words.describe("Finished in part."),
    todo: words.describe("Not begun."),
    blocked: words.describe("Waiting for something else."),
    failed: words.describe("Tried, and not working."),
    deferred: words.describe("Put off or dropped: neither done nor open."),
  })
  .superRefine(refuseTwoStatuses);

const weights = z
  .record(
    z.string().max(MAX_NAME, `a key or a title may have at most ${MAX_NAME} characters`),
    z.number().min(0, "must not be negative").max(MAX_WEIGHT, `must be at most ${MAX_WEIGHT}`),
  )
  .superRefine(refuseBadNames);

const share = z.string().superRefine((value, context) => {
  const stated = /^(\d{1,3}(?:\.\d{1,2})?) ?%$/.exec(value)?.[1];
  if (stated === undefined) context.addIssue({ code: "custom", message: 'a percentage such as "10%" is needed' });
  else if (Number(stated) > MAX_SHARE) context.addIssue({ code: "custom", message: `must be at most ${MAX_SHARE}%` });
});

const tolerances = z.strictObject({
  lines: share.optional().describe('By how much any number of lines may be off, such as "10%"; not at all by default.'),
  exactLines: z
    .int()
    .min(0, "must not be negative")
    .max(MAX_LINES, `must be at most ${MAX_LINES}`)
    .optional()
    .describe("By how many lines an exact number of lines may be off; 1 by default."),
  about: share.optional().describe('By how much a figure with "~" or "about" may be off; "10%" by default.'),
  percent: z
    .number()
    .min(0, "must not be negative")
    .max(MAX_POINTS, `must be at most ${MAX_POINTS}`)
    .optional()
    .describe("By how many points a percentage may be off; by default as far as rounding up or down takes it."),
});

/** What a team may say of its reports, given what a list of globs is. */
export function teamSettings(globs: z.ZodType<readonly string[]>) {
  return {
    statuses: statuses
      .optional()
      .describe("Further words, phrases and marks for each status; they win over the usual."),
    weights: weights
      .optional()
      .describe("How much items count in an overall percentage, by key or title. An item that is not named counts 1."),
    tolerances: tolerances.optional().describe("How far figures may be off before they are said not to match."),
    archive: globs
      .optional()
      .describe(
        "Reports that are checked as of their own day and never rewritten. By default those in a folder called archive, archives or archived, and those with a full date in their file name.",
      ),
  };
}

function refuseTwoStatuses(all: StatusWords, context: z.RefinementCtx): void {
  const seen = new Map<string, string>();
  for (const [status, list] of Object.entries(all)) {
    for (const [index, text] of (list ?? []).entries()) {
      const folded = foldStatusWord(text);
      const other = seen.get(folded) ?? status;
      seen.set(folded, other);
      if (other === status) continue;
      const message = `"${text}" cannot stand for both ${other} and ${status}`;
      context.addIssue({ code: "custom", message, path: [status, index] });
    }
  }
}

function refuseBadNames(all: Readonly<Record<string, number>>, context: z.RefinementCtx): void {
  const seen = new Map<string, string>();
  const names = Object.keys(all);
  if (names.length > MAX_WEIGHTS)
    context.addIssue({ code: "custom", message: `at most ${MAX_WEIGHTS} items can have a weight` });
  for (const name of names) {
    const folded = foldName(name);
    const other = seen.get(folded);
    seen.set(folded, name);
    const refuse = (message: string) => context.addIssue({ code: "custom", message, path: [name] });
    if (folded === "") refuse("the key or the title of an item is needed");
    else if (other !== undefined) refuse(`"${other}" and "${name}" name the same item`);
  }
}
