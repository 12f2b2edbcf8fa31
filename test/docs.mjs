// Writes what follows from the code: the tables of README.md, and the JSON Schemas in schema/. Run by `npm run docs`.
import { spawnSync } from "node:child_process";

const WRITERS = ["test/readme.test.ts", "test/format/json-schemas.test.ts", "test/config/json-schema.test.ts"];

const { status } = spawnSync("npx", ["vitest", "run", "--dir", "test", ...WRITERS], {
  env: { ...process.env, UPDATE_DOCS: "1" },
  stdio: "inherit",
  shell: process.platform === "win32",
});
process.exitCode = status ?? 2;
