import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createProgram } from "../src/cli/program.js";
import { rules } from "../src/rules/index.js";
import { testWorld } from "./helpers/test-world.js";

const README = fileURLToPath(new URL("../README.md", import.meta.url));

type Command = ReturnType<typeof createProgram>;
type Option = Command["options"][number];

/** `npm run docs` sets it, and the tables are written instead of compared. */
const UPDATE = process.env.UPDATE_DOCS === "1";

const program = createProgram(testWorld("/"), () => undefined);

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function ruleTable(): string {
  const rows = rules.map(
    ({ id, summary, severity, onByDefault, git }) =>
      `| [\`${id}\`](src/rules/${id}.ts) | ${cell(summary)} | ${severity}${onByDefault === false ? " (off)" : ""} | ${git ? "yes" : ""} |`,
  );
  return ["| rule | says | at most | needs git |", "|---|---|---|---|", ...rows].join("\n");
}

/** A row for each option, or for each meaning that it has, with the commands that have it. */
function optionTable(): string {
  const rows = new Map<string, { readonly told: string; readonly commands: Command[] }>();
  for (const command of program.commands) {
    for (const option of command.options.filter(({ hidden }) => !hidden)) {
      const told = `| \`${cell(option.flags)}\` | ${meaning(option)} |`;
      const row = rows.get(told) ?? { told, commands: [] };
      row.commands.push(command);
      rows.set(told, row);
    }
  }
  const listed = [...rows.values()].map(
    ({ told, commands }) => `${told} ${commands.map((command) => command.name()).join(", ")} |`,
  );
  return ["| option | meaning | of |", "|---|---|---|", ...listed.sort(byName)].join("\n");
}

function meaning({ description, argChoices, defaultValue }: Option): string {
  const choices = argChoices ? `: ${argChoices.map((one) => `\`${one}\``).join(", ")}` : "";
  const standard = typeof defaultValue === "string" ? ` (default \`${defaultValue}\`)` : "";
  return cell(description) + choices + standard;
}

function byName(a: string, b: string): number {
  const [first, second] = [a, b].map((row) => row.replace(/^\W+(?:\w, --)?/, "")) as [string, string];
  return first < second ? -1 : 1;
}

function between(readme: string, marker: string): RegExpExecArray | null {
  return new RegExp(`(<!-- ${marker}:begin -->\n)([\\s\\S]*?)(<!-- ${marker}:end -->)`).exec(readme);
}

test.each([
  ["rules", ruleTable],
  ["options", optionTable],
] as const)("the table of %s in the README is what there is, no more and no fewer", (marker, table) => {
  const readme = readFileSync(README, "utf8");
  const [whole = "", begin = "", content = "", end = ""] = between(readme, marker) ?? [];
  expect(end).not.toBe("");
  if (UPDATE)
    writeFileSync(
      README,
      readme.replace(whole, () => `${begin}${table()}\n${end}`),
    );
  else expect(content).toBe(`${table()}\n`);
});

test("the README names every command", () => {
  const readme = readFileSync(README, "utf8");
  for (const command of program.commands) expect(readme).toContain(`blockers ${command.name()}`);
});
