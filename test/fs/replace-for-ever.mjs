// Run by replace-together.test.ts, which kills it: replaces FILE's content by A's, by B's, by A's, ..., and says so once.
import { readFileSync } from "node:fs";
import { dirname } from "node:path";

const [module, file, a, b] = process.argv.slice(2);
const { nodeFileSystem } = await import(module);
const contents = [a, b].map((path) => readFileSync(path));
let turn = readFileSync(file).equals(contents[0]) ? 0 : 1;
for (let first = true; ; first = false) {
  const replacement = { expected: contents[turn], content: contents[1 - turn], within: dirname(file) };
  await nodeFileSystem.replaceFile(file, replacement);
  turn = 1 - turn;
  if (first) process.stdout.write("started\n");
}
