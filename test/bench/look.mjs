// Times the look that decides which files are reports: node look.mjs LIBRARY FOLDER. Prints the MB per second of a first
// pass over all markdown files below the folder, and how many are reports.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const [library, folder] = process.argv.slice(2);
const { looksLikeReport } = await import(pathToFileURL(library).href);
const texts = readdirSync(folder, { recursive: true })
  .filter((path) => path.endsWith(".md"))
  .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const started = performance.now();
const reports = texts.filter(({ text, path }) => looksLikeReport(text, path)).length;
const seconds = (performance.now() - started) / 1000;
process.stdout.write(JSON.stringify({ mbPerSecond: bytes / 1e6 / seconds, reports }));
