import { join } from "node:path";
import { parseArgs } from "node:util";
import { corpusOf } from "./corpus.js";
import { type Failure, fuzz } from "./fuzz.js";

const USAGE = `npm run fuzz -- [options]

Reads, checks and fixes mutated reports, made from those in fixtures/, and tells
of all that must not happen, each with the smallest text that brings it about.

  --cases <n>   so many of them (50000)
  --seed <n>    other cases (1)
  --from <n>    the number of the first one (0): with --cases 1, a single case again
  --longest <n> milliseconds of the processor that a case may take (2000)
  -h, --help    print this help
`;

/** Runs the fuzzer; answers with the exit code. */
export async function main(root: string, argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      cases: { type: "string", default: "50000" },
      seed: { type: "string", default: "1" },
      from: { type: "string", default: "0" },
      longest: { type: "string", default: "2000" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [cases, seed, from, longest] = [values.cases, values.seed, values.from, values.longest].map(wholeNumber);
  const started = performance.now();
  let slowest = 0;
  let told = 0;
  const failures = await fuzz({
    corpus: corpusOf(join(root, "fixtures")),
    cases: cases ?? 0,
    seed: seed ?? 0,
    from: from ?? 0,
    longest: longest ?? 0,
    onProgress: (done, found, most) => {
      slowest = most;
      while (told < found.length) print(found[told++] as Failure);
      if (done % 5000 === 0) process.stderr.write(`${done} cases, ${seconds(started)} s\n`);
    },
  });
  for (const { seed, case: number, others } of failures)
    if (others > 0) process.stdout.write(`seed ${seed}, case ${number}: and ${others} more like it\n`);
  const slow = `the slowest took ${Math.round(slowest)} ms`;
  process.stdout.write(
    `${cases} cases of seed ${seed} in ${seconds(started)} s, ${slow}, ${failures.length} objected to\n`,
  );
  return failures.length > 0 ? 1 : 0;
}

function print({ seed, case: number, objection, bytes }: Failure): void {
  const text = bytes.toString("utf8");
  const shown = Buffer.from(text).equals(bytes) ? JSON.stringify(text) : `base64 ${bytes.toString("base64")}`;
  process.stdout.write(`seed ${seed}, case ${number}: ${objection}\n${shown}\n\n`);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`"${text}" is no whole number`);
  return number;
}

function seconds(from: number): number {
  return Math.round((performance.now() - from) / 1000);
}
