import { checkText } from "./check-text.js";

/** What is found in the lines below a title, as "LINE RULE: STATED -> COMPUTED", and how many claims are right. */
export async function verdictsOn(...lines: readonly string[]): Promise<{ found: string[]; right: number }> {
  const { result } = await checkText(`# Pier Works\n\n${lines.join("\n")}\n`);
  const found = result.diagnostics.map(
    ({ line, rule, stated, computed }) => `${line} ${rule}: ${stated} -> ${computed}`,
  );
  return { found, right: result.coverage.consistent };
}
