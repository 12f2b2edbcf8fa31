// Puts one small slip after the other into what reads and judges claims, and lists those that no test notices:
//   npm run mutants -- [--seed N] [--count N] [--only PART-OF-A-PATH] [--line N]
// A survivor is a slip that changes nothing, code that nothing needs, or a test that is missing.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";
import { mutantsOf } from "./place.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = ["src/claims", "src/evidence"];
/** The tests of what claims come to, the quick ones first: the first that fails ends the run of a mutant. */
const TESTS = [
  "test/claims/",
  "test/evidence/",
  "test/rules.test.ts",
  "test/reports.test.ts",
  "test/fix/fixtures.test.ts",
  "test/lint/check-reports.test.ts",
  "test/false-accusations.test.ts",
];
/** Longer than any of them takes: a mutant may never come to an end. */
const LIMIT_MS = 180_000;

/** One mutant, in a process of its own; the exit code says whether the tests noticed. */
async function runOne({ path, start, end, by }) {
  const file = join(ROOT, path);
  const vitest = await startVitest(
    "test",
    TESTS,
    { root: ROOT, dir: "test", watch: false, bail: 1, maxWorkers: 1, pool: "threads", isolate: false, reporters: [{}] },
    {
      plugins: [
        {
          name: "mutant",
          enforce: "pre",
          transform(code, id) {
            return id === file ? code.slice(0, start) + by + code.slice(end) : undefined;
          },
        },
      ],
    },
  );
  const failed = vitest.state.getCountOfFailedTests() + vitest.state.getUnhandledErrors().length;
  await vitest.close();
  process.exit(failed > 0 || process.exitCode ? 1 : 0);
}

/** Whether the tests notice a mutant. */
function isNoticed(mutant) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
      env: { ...process.env, BLOCKERS_MUTANT: JSON.stringify(mutant) },
      stdio: "ignore",
      timeout: LIMIT_MS,
      killSignal: "SIGKILL",
    });
    child.on("close", (code) => resolve(code !== 0));
  });
}

/** Numbers from 0 to below 1, the same for the same seed. */
function* numbers(seed) {
  for (let state = seed >>> 0; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** So many of them, without order, none twice. */
function sample(all, count, seed) {
  const rest = [...all];
  const chance = numbers(seed);
  return Array.from({ length: Math.min(count, rest.length) }, () => {
    const [one] = rest.splice(Math.floor(chance.next().value * rest.length), 1);
    return one;
  });
}

async function main() {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "1" },
      count: { type: "string", default: "100" },
      only: { type: "string", default: "" },
      line: { type: "string" },
    },
  });
  const paths = FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`));
  const all = paths
    .filter((path) => path.includes(values.only))
    .flatMap((path) => mutantsOf(path, readFileSync(join(ROOT, path), "utf8")))
    .filter(({ line }) => values.line === undefined || line === Number(values.line));
  const mutants = sample(all, Number(values.count), Number(values.seed));
  let noticed = 0;
  for (const [index, mutant] of mutants.entries()) {
    const { path, line, was, by } = mutant;
    if (await isNoticed(mutant)) noticed += 1;
    else console.log(`${path}:${line}: "${was.replace(/\s+/g, " ").slice(0, 90)}" as "${by}"`);
    if ((index + 1) % 10 === 0) console.error(`${noticed} of ${index + 1} noticed`);
  }
  console.log(`${noticed} of ${mutants.length} noticed, of ${all.length} possible`);
}

const one = process.env.BLOCKERS_MUTANT;
await (one ? runOne(JSON.parse(one)) : main());
