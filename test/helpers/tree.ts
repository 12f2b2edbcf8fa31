import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Everything below a folder, by path: what it is, when it was last changed, and its content. */
export function treeOf(folder: string, leaveOut: (path: string) => boolean = () => false): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: "latin1" })) {
    if (leaveOut(path)) continue;
    const whole = Buffer.from(join(folder, path), "latin1");
    const { mtimeMs, mode } = lstatSync(whole);
    const isLink = (mode & 0o170000) === 0o120000;
    const isFile = (mode & 0o170000) === 0o100000;
    const content = isLink ? readlinkSync(whole) : isFile ? readFileSync(whole, "latin1") : "";
    found.set(path, `${mode} ${isFile ? mtimeMs : ""} ${content}`);
  }
  return found;
}
