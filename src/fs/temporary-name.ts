import { randomBytes } from "node:crypto";
import { pid } from "node:process";

/** What most disks allow for one name, in bytes. */
const LONGEST_NAME = 255;

const RANDOM_BYTES = 6;
const TEMPORARY_NAME = /^\..+\.blockers-([1-9]\d{0,9})-[0-9a-f]{12}\.tmp$/su;

/** A name for a new temporary file beside `name`: ".STATUS.md.blockers-4711-0123456789ab.tmp", no longer than disks allow. */
export function temporaryName(name: string): string {
  const end = `.blockers-${pid}-${randomBytes(RANDOM_BYTES).toString("hex")}.tmp`;
  const room = LONGEST_NAME - Buffer.byteLength(`.${end}`);
  const characters = Array.from(name);
  while (Buffer.byteLength(characters.join("")) > room) characters.pop();
  return `.${characters.join("")}${end}`;
}

/** The id of the process that made a temporary file of ours, told by its name; undefined for any other name. */
export function temporaryNameOwner(name: string): number | undefined {
  const owner = TEMPORARY_NAME.exec(name)?.[1];
  return owner === undefined ? undefined : Number(owner);
}
