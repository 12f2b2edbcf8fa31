import type { Diagnostic } from "../../src/model/diagnostic.js";
import { checkText, fillIn } from "./check-text.js";
import type { TestRepository } from "./scenario.js";

/** What is found in the lines below a title, as "LINE RULE: STATED -> COMPUTED", and how many claims are right. */
export async function verdictsOn(...lines: readonly string[]): Promise<{ found: string[]; right: number }> {
  const { diagnostics, right } = await checkLines(lines);
  return { found: diagnostics.map(told), right };
}

/** The same, against a repository whose commits are cited as `{{name}}` or without one; each with how safe its fix is. */
export async function judged(
  lines: readonly string[],
  repository?: TestRepository,
): Promise<{ found: string[]; right: number }> {
  const { diagnostics, right } = await checkLines(lines, repository);
  return { found: diagnostics.map((one) => `${told(one)}${one.fix ? `, ${one.fix.safety}` : ""}`), right };
}

/** How what is found was computed, with the lines of what it was computed from, and what proves it. */
export async function derivations(lines: readonly string[], repository?: TestRepository): Promise<string[]> {
  const { diagnostics } = await checkLines(lines, repository);
  return diagnostics.map(({ derivation, related, proof }) =>
    [derivation, ...(related.length > 0 ? [`lines ${related.map(({ line }) => line).join(" ")}`] : []), proof ?? []]
      .flat()
      .join("; "),
  );
}

async function checkLines(lines: readonly string[], repository?: TestRepository) {
  const text = `# Pier Works\n\n${lines.join("\n")}\n`;
  const { result } = await checkText(repository ? fillIn(text, repository) : text, { repository });
  return { diagnostics: result.diagnostics, right: result.coverage.consistent };
}

function told({ line, rule, stated, computed }: Diagnostic): string {
  return `${line} ${rule}: ${stated} -> ${computed}`;
}
