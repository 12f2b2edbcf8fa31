import { beforeAll, describe, expect, test } from "vitest";
import { nearest } from "../helpers/call-sites.js";
import { COMMANDS, few, injected, PATIENCE, prepare, reachOut, tools } from "../helpers/fault-runs.js";
import { systemError } from "../helpers/faults.js";

beforeAll(prepare);

test("every command has its turn", async () => {
  const { createProgram } = await import("../../src/cli/program.js");
  const program = createProgram(tools.testWorld("/"), () => undefined);
  const tried = new Set(COMMANDS.map(([, [command]]) => command));
  expect(program.commands.map((command) => command.name()).filter((name) => !tried.has(name))).toEqual([]);
});

describe.each([
  ["a fault of the disk", systemError("EIO"), reachOut, (site: string) => site],
  ["a full disk", systemError("ENOSPC"), few, nearest],
  ["a fault of our own", () => new TypeError("x is not a function"), few, nearest],
] as const)("at each call of the disk, %s", (_, fault, commands, siteOf) => {
  const known = new Set<string>();
  test.each(commands)("$name", { timeout: PATIENCE }, async ({ argv, input }) => {
    const { wrong, calls } = await injected({ kind: "disk", fault, argv, input, siteOf, known });
    expect(wrong.join("\n")).toBe("");
    expect(calls).toBeGreaterThan(0);
  });
});
