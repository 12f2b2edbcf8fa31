// The licences of what is bundled.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The licences of all packages that one of these files is from, as one text. Raises an error for a package without any. */
export function licences(files) {
  const folders = new Set(files.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  return [...folders]
    .sort()
    .map(licenceOf)
    .join(`\n${"-".repeat(80)}\n\n`);
}

function licenceOf(path) {
  const { name, version, license } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  const own = textsOf(path, /^(licen[cs]e|copying|notice)/i);
  // Some say it at the end of their readme and nowhere else.
  const texts = own.length > 0 || license !== undefined ? own : textsOf(path, /^readme/i).map(licenceSection);
  if (license === undefined && texts.join("") === "") throw new Error(`${name} says nothing of its licence`);
  return `${name} ${version}, ${license ?? "see below"}\n\n${texts.join("\n\n")}\n`;
}

function textsOf(path, name) {
  const files = readdirSync(path).filter((file) => name.test(file));
  return files.map((file) => readFileSync(join(path, file), "utf8").trim());
}

function licenceSection(readme) {
  return /^#*\s*licen[cs]e\s*$[\s\S]*/im.exec(readme)?.[0] ?? "";
}
