import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The bytes of every markdown file below a folder, in the order of their paths: what mutations start from. */
export function corpusOf(folder: string): readonly Buffer[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .sort()
    .map((path) => readFileSync(join(folder, path)));
}
