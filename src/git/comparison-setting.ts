import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tree } from "../model/history.js";
import { encodePath } from "../model/path-bytes.js";

/** Longer attributes are not looked at. */
const ATTRIBUTES_CAP = 1024 * 1024;
const ATTRIBUTES = /(?:^|\/)\.gitattributes$/;
/** A driver that the configuration defines, which may say anything of a file. */
const DRIVER = /\bdiff=/;

/**
 * What the comparison of two commits depends on besides them: the attributes of the checkout, which say what counts as binary.
 * Undefined where that cannot be told, as where they name drivers of the configuration.
 */
export function comparisonSetting(top: string, commonDir: string, tree: Tree): string | undefined {
  const paths = [...new Set([...tree.files.keys(), ...(tree.staged?.keys() ?? [])])].filter((path) =>
    ATTRIBUTES.test(path),
  );
  const hash = createHash("sha256");
  const texts = paths.sort().map((path) => {
    const text = readAttributes(Buffer.concat([Buffer.from(join(top, "/")), encodePath(path)]));
    // Git takes one that is not on disk from the index.
    return [path, text === "" && tree.staged?.has(path) ? undefined : text] as const;
  });
  for (const [path, text] of [...texts, ["info", readAttributes(Buffer.from(join(commonDir, "info", "attributes")))]]) {
    if (text === undefined || DRIVER.test(text)) return undefined;
    hash.update(`${path}\0${text}\0`);
  }
  return hash.digest("hex");
}

/** "" where there are none; undefined where they cannot be read. */
function readAttributes(file: Buffer): string | undefined {
  try {
    const found = lstatSync(file);
    return found.isFile() && found.size <= ATTRIBUTES_CAP ? readFileSync(file, "latin1") : undefined;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT" ? "" : undefined;
  }
}
