import { beforeAll, describe, expect, test } from "vitest";
import { nearest } from "../helpers/call-sites.js";
import { few, injected, PATIENCE, prepare, reachOut } from "../helpers/fault-runs.js";
import type { GitFault } from "../helpers/faults.js";

beforeAll(prepare);

describe.each([
  ["failed", reachOut, (site: string) => site],
  ["refused", few, nearest],
  ["killed", few, nearest],
  ["rubbish", few, nearest],
] as const satisfies readonly (readonly [GitFault, ...unknown[]])[])(
  "O10: at each call of git, it is %s",
  (fault, commands, siteOf) => {
    const known = new Set<string>();
    test.each(commands)("$name", { timeout: PATIENCE }, async ({ argv, input }) => {
      const { wrong, calls } = await injected({ kind: "git", fault, argv, input, siteOf, known });
      expect(wrong.join("\n")).toBe("");
      expect(calls).toBeGreaterThan(0);
    });
  },
);
