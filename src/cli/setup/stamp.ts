import { createHash } from "node:crypto";

/** Whose a file is: ours as we wrote it, ours and changed by hand since, or somebody else's. */
export type Authorship = "ours" | "changed" | "foreign";

const STAMP = /^# Written by "blockers init[^"\n]*", which brings it up to date\. Checksum ([0-9a-f]{16})\.\n/m;
const DIGITS = 16;

/** Puts the line into a text, behind its first line where that names an interpreter, by which `authorship` knows it again. */
export function stamped(text: string, command: string): string {
  const line = `# Written by "${command}", which brings it up to date. Checksum ${checksum(text)}.\n`;
  const start = text.startsWith("#!") ? text.indexOf("\n") + 1 : 0;
  return text.slice(0, start) + line + text.slice(start);
}

/** Tells whose a text is. Line ends do not matter: git may have changed them. */
export function authorship(text: string): Authorship {
  const plain = text.replaceAll("\r\n", "\n");
  const stamp = STAMP.exec(plain);
  if (stamp === null) return "foreign";
  return checksum(plain.replace(stamp[0], "")) === stamp[1] ? "ours" : "changed";
}

function checksum(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, DIGITS);
}
