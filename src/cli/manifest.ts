import { createRequire } from "node:module";

/** This program's package.json. In the bundle it stands for itself, so that there is no file to look for. */
export const manifest: unknown = createRequire(import.meta.url)("../../package.json");
