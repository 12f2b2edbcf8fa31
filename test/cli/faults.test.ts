import { beforeAll, describe, expect, test } from "vitest";
import { nearest } from "../helpers/call-sites.js";
import { COMMANDS } from "../helpers/commands.js";
import { few, injected, PATIENCE, prepare, reachOut, tools } from "../helpers/fault-runs.js";
import { systemError } from "../helpers/faults.js";

beforeAll(prepare);

const WRITING = ["check --output", "table --write", "init --hook --ci"];

/** With BLOCKERS_THOROUGH=1 each way that leads to a call counts, and not its last few steps alone; it takes minutes. */
const THOROUGH = process.env.BLOCKERS_THOROUGH === "1";

test("O10: every command has its turn", async () => {
  const { createProgram } = await import("../../src/cli/program.js");
  const program = createProgram(tools.testWorld("/"), () => undefined);
  const tried = new Set(COMMANDS.map(([, [command]]) => command));
  expect(program.commands.map((command) => command.name()).filter((name) => !tried.has(name))).toEqual([]);
});

describe.each([
  ["a fault of the disk", systemError("EIO"), reachOut, THOROUGH ? (site: string) => site : nearest],
  ["a full disk", systemError("ENOSPC"), few.filter(({ name }) => WRITING.includes(name)), nearest],
  [
    "a fault of our own",
    () => new TypeError("x is not a function"),
    few.filter(({ name }) => !WRITING.includes(name)),
    nearest,
  ],
] as const)("O10: at each call of the disk, %s", (_, fault, commands, siteOf) => {
  const known = new Set<string>();
  test.each(commands)("$name", { timeout: PATIENCE }, async ({ argv, input }) => {
    const { wrong, calls } = await injected({ kind: "disk", fault, argv, input, siteOf, known });
    expect(wrong.join("\n")).toBe("");
    expect(calls).toBeGreaterThan(0);
  });
});
