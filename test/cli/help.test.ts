import { expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { createProgram } from "../../src/cli/program.js";
import { testWorld } from "../helpers/test-world.js";

const program = createProgram(testWorld("/"), () => undefined);
const commands = program.commands.map((command) => [command.name(), command] as const);

async function helpOf(...argv: readonly string[]): Promise<readonly string[]> {
  const world = testWorld("/");
  expect(await main([...argv, "--help"], world)).toBe(0);
  expect(world.output("stderr")).toBe("");
  return world.output("stdout").split("\n");
}

/** The indented lines below a heading. */
function below(help: readonly string[], heading: string): readonly string[] {
  const rest = help.slice(help.indexOf(heading) + 1);
  const end = rest.findIndex((line) => !line.startsWith("  "));
  return help.includes(heading) ? rest.slice(0, end < 0 ? undefined : end) : [];
}

test("the overview names every command with what it does", async () => {
  const help = await helpOf();
  for (const [name, command] of commands) {
    expect(command.summary()).not.toBe("");
    expect(help.join("\n")).toMatch(new RegExp(`^  ${name} `, "m"));
  }
});

test.each([["the overview", []], ...commands.map(([name]) => [name, [name]] as const)] as const)(
  "%s fits into 80 columns, with examples and exit codes",
  async (_, argv) => {
    const help = await helpOf(...argv);
    expect(help.filter((line) => line.length > 80)).toEqual([]);
    expect(below(help, "Examples:").join("\n")).toContain(["blockers", ...argv].join(" "));
    const codes = below(help, "Exit codes:");
    expect(codes.filter((line) => !/^ {2}[0-3] {2}\w/.test(line))).toEqual([]);
    expect(codes.map((line) => line.trim()[0])).toEqual(expect.arrayContaining(["0", "2"]));
  },
);

test.each(commands)("the examples of %s use options that it has", async (_, command) => {
  const help = await helpOf(command.name());
  const flags = command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long, short }) => [long, short]);
  const used = below(help, "Examples:").flatMap((line) => {
    const start = line.indexOf(`blockers ${command.name()}`);
    const [own = ""] = start < 0 ? [] : line.slice(start).split(/ -- | [|>] /);
    return own.split(/\s+/).filter((word) => /^--?[a-z]/.test(word));
  });
  expect(used.map((word) => word.split("=")[0]).filter((word) => !flags.includes(word))).toEqual([]);
});

test("help as a command is help, too", async () => {
  for (const [typed, meant] of [
    [["help"], ["--help"]],
    [
      ["help", "fix"],
      ["fix", "--help"],
    ],
  ] as const) {
    const [one, other] = [testWorld("/"), testWorld("/")];
    expect(await main(typed, one)).toBe(await main(meant, other));
    expect(one.output("stdout")).toBe(other.output("stdout"));
    expect(one.output("stderr")).toBe("");
  }
});
