import type { CheckFormatOptions } from "../../format/options.js";
import type { FileResult } from "../../model/diagnostic.js";

/** The forms in which `check` tells what it found. */
export const CHECK_FORMATS = [
  "text",
  "concise",
  "json",
  "jsonl",
  "github",
  "gitlab",
  "sarif",
  "junit",
  "rdjson",
  "markdown",
] as const;

export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** More than these lines would drown whoever reads them all. */
const CONCISE_FINDINGS = 50;

/** How many findings are shown when so many are asked for; undefined for all. */
export function limitFor(format: CheckFormat, asked: number | "all" | undefined): number | undefined {
  if (asked === undefined) return format === "concise" ? CONCISE_FINDINGS : undefined;
  return asked === "all" ? undefined : asked;
}

/** Findings in one of the forms. Each form is loaded when it is asked for. */
export async function renderCheck(
  format: CheckFormat,
  results: readonly FileResult[],
  options: CheckFormatOptions,
): Promise<string> {
  const { tool, maxFindings } = options;
  switch (format) {
    case "text":
      return results.length === 0 ? "" : (await import("../../format/text-check.js")).formatCheck(results, options);
    case "concise":
      return (await import("../../format/concise.js")).formatConcise(results, maxFindings);
    case "json":
      return (await import("../../format/json-check.js")).formatCheckJson(results, tool, maxFindings);
    case "jsonl":
      return (await import("../../format/jsonl.js")).formatJsonLines(results, tool, maxFindings);
    case "github":
      return results.length === 0 ? "" : (await import("../../format/github.js")).formatGithub(results, options);
    case "gitlab":
      return (await import("../../format/gitlab.js")).formatGitlab(results);
    case "sarif":
      return (await import("../../format/sarif.js")).formatSarif(results, options);
    case "junit":
      return (await import("../../format/junit.js")).formatJunit(results, options);
    case "rdjson":
      return (await import("../../format/rdjson.js")).formatRdjson(results, tool);
    case "markdown":
      return (await import("../../format/markdown.js")).formatMarkdown(results);
  }
}
