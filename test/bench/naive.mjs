// The naive way, to compare with: a whole document parsed at once. node naive.mjs PACKAGES FILE; prints nothing.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { pathToFileURL } from "node:url";

const [packages, file] = process.argv.slice(2);
const { resolve } = createRequire(pathToFileURL(`${packages}/`));
const load = (name) => import(pathToFileURL(resolve(name)).href);
const [{ remark }, { default: gfm }] = await Promise.all([load("remark"), load("remark-gfm")]);
remark().use(gfm).parse(readFileSync(file, "utf8"));
