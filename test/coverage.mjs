// Says which share of the branches of each folder the tests take, and fails below the floor: npm run coverage.
// Tests that start the built program do not count: what they take cannot be seen.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** The least share of each folder. Of git, what only another git or another system would take is left. */
const FLOORS = { source: 0.97, parse: 0.96, claims: 0.97, evidence: 0.96, edit: 0.97, fix: 0.9, git: 0.93 };
/** They build the program, pack it or time it. */
const OF_THE_BUILD = ["**/bench/**", "**/bundle/**", "**/release.test.ts"];

/** The starts, as "LINE:COLUMN", of what stands behind `??` for the compiler alone: `found[1] ?? ""`. */
function fallbacks(path) {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  const found = new Set();
  const visit = (node) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
      if (isEmpty(node.right)) found.add(placeOf(file.getLineAndCharacterOfPosition(node.right.getStart(file))));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isEmpty(node) {
  return (
    ts.isNumericLiteral(node) ||
    ts.isPrefixUnaryExpression(node) ||
    (ts.isStringLiteral(node) && node.text === "") ||
    (ts.isArrayLiteralExpression(node) && node.elements.length === 0)
  );
}

function placeOf({ line, character }) {
  return `${line + 1}:${character}`;
}

/** Each branch of a file: where it starts, and how often it was taken. */
function branchesOf({ path, b, branchMap }) {
  const none = fallbacks(path);
  return Object.entries(b)
    .flatMap(([id, counts]) =>
      counts.map((count, at) => {
        const { loc, type, locations } = branchMap[id];
        // An "else" that is not written has no place of its own.
        const { line = loc.start.line, column = loc.start.column } = locations[at].start;
        return { path, line, column, type, count };
      }),
    )
    .filter(({ type, line, column }) => type !== "binary-expr" || !none.has(`${line}:${column}`));
}

const folder = mkdtempSync(join(tmpdir(), "blockers-coverage-"));
const options = [
  "--coverage.provider=v8",
  "--coverage.reporter=json",
  "--coverage.reportOnFailure",
  `--coverage.reportsDirectory=${folder}`,
];
const run = spawnSync(
  "npx",
  ["vitest", "run", "--dir", "test", "--testTimeout", "120000", "--coverage.enabled", "--coverage.include=src/**/*.ts"]
    .concat(
      options,
      OF_THE_BUILD.flatMap((glob) => ["--exclude", glob]),
    )
    .concat("--reporter=dot"),
  { cwd: ROOT, stdio: "inherit", shell: process.platform === "win32" },
);
process.exitCode = run.status ?? 2;
const files = Object.values(JSON.parse(readFileSync(join(folder, "coverage-final.json"), "utf8")));
rmSync(folder, { recursive: true });

const branches = files.flatMap(branchesOf);
for (const [name, floor] of Object.entries(FLOORS)) {
  const within = branches.filter(({ path }) => relative(join(ROOT, "src"), path).split(sep)[0] === name);
  const taken = within.filter(({ count }) => count > 0).length;
  const enough = taken >= floor * within.length;
  if (!enough) process.exitCode = 1;
  console.log(
    `${name.padEnd(10)}${((100 * taken) / within.length).toFixed(1)}% of ${within.length} branches${enough ? "" : ": too few"}`,
  );
}
// With --list: what no test takes, to be clicked on.
if (process.argv.includes("--list")) {
  for (const { path, line, column, type, count } of branches) {
    const shown = relative(ROOT, path);
    if (count === 0 && shown.split(sep)[1] in FLOORS) console.log(`${shown}:${line}:${column + 1} ${type}`);
  }
}
