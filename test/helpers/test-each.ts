import { expect, test } from "vitest";
import { verdictsOn } from "./verdicts-on.js";

/** A name, the lines of a report below its title, what is found in them (see `verdictsOn`), how many claims are right. */
export type Case = readonly [name: string, lines: readonly string[], found: readonly string[], right: number];

/** Each of these comes close to another reading: one word, one row or one more than the next. */
export function testEach(cases: readonly Case[]): void {
  test.each(cases)("%s", async (_, lines, found, right) => {
    expect(await verdictsOn(...lines)).toEqual({ found, right });
  });
}

/** The lines of a table. */
export function tableOf(header: readonly string[], ...rows: readonly (readonly string[])[]): string[] {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}
