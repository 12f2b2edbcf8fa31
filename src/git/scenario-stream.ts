import { BlockersError } from "../errors.js";
import { encodePath } from "../model/path-bytes.js";
import type { Scenario, ScenarioCommit, ScenarioFile } from "./scenario.js";

type Present = Exclude<ScenarioFile, null>;
interface Snapshot {
  readonly files: ReadonlyMap<string, { readonly content: Buffer; readonly link: boolean }>;
  /** Every path of this commit and its ancestors. */
  readonly known: ReadonlySet<string>;
}

const PERSON = "A U Thor <author@example.com>";

/** The bytes of a scenario's file. */
export function contentOf(path: string, file: Present): { readonly content: Buffer; readonly link: boolean } {
  if (typeof file === "string") return { content: Buffer.from(file), link: false };
  if ("base64" in file) return { content: Buffer.from(file.base64, "base64"), link: false };
  if ("link" in file) return { content: Buffer.from(file.link), link: true };
  const lines = Array.from({ length: file.lines }, (_, index) => `${path}, line ${index + 1}\n`);
  return { content: Buffer.from(lines.join("")), link: false };
}

/** Writes a scenario as input of `git fast-import`, which answers with the commits' ids in order. Raises an input error for an unknown commit name. */
export function createImportStream(scenario: Scenario): Buffer {
  const snapshots = new Map<string, Snapshot>();
  const parts: Buffer[] = [];
  const text = (...lines: readonly string[]): void => void parts.push(Buffer.from(`${lines.join("\n")}\n`));
  const data = (content: Buffer): void => {
    text(`data ${content.length}`);
    parts.push(content, Buffer.from("\n"));
  };
  const marks = new Map(scenario.commits.map(({ name }, index) => [name, `:${index + 1}`]));
  const mark = (name: string): string => marks.get(name) ?? unknownCommit(name);

  scenario.commits.forEach((commit, index) => {
    const parent = commit.parent === undefined ? scenario.commits[index - 1]?.name : commit.parent;
    const parents = [parent ?? [], commit.merge ?? []].flat();
    const snapshot = apply(
      commit,
      parents.map((name) => snapshots.get(name) ?? unknownCommit(name)),
    );
    snapshots.set(commit.name, snapshot);
    const time = Math.floor(Date.parse(commit.date) / 1000);
    if (Number.isNaN(time))
      throw new BlockersError("input", `the scenario's commit "${commit.name}" has no readable date`);
    // Without parents the branch would go on from its own last commit.
    text("reset refs/heads/scenario", "", "commit refs/heads/scenario", `mark ${mark(commit.name)}`);
    text(`author ${PERSON} ${time} +0000`, `committer ${PERSON} ${time} +0000`);
    data(Buffer.from(commit.message));
    for (const [position, name] of parents.entries()) text(`${position === 0 ? "from" : "merge"} ${mark(name)}`);
    text("deleteall");
    for (const [path, { content, link }] of snapshot.files) {
      parts.push(Buffer.from(`M ${link ? "120000" : "100644"} inline `), quote(path), Buffer.from("\n"));
      data(content);
    }
    text("");
  });

  const last = scenario.commits.at(-1);
  const refs = Object.entries(scenario.refs ?? {});
  if (last !== undefined) refs.push([`refs/heads/${scenario.branch ?? "main"}`, last.name]);
  for (const [ref, name] of refs) text(`reset ${ref}`, `from ${mark(name)}`, "");
  text("reset refs/heads/scenario", `from ${"0".repeat(scenario.objectFormat === "sha256" ? 64 : 40)}`, "");
  for (const { name } of scenario.commits) text(`get-mark ${mark(name)}`);
  text("done");
  return Buffer.concat(parts);
}

function apply(commit: ScenarioCommit, parents: readonly Snapshot[]): Snapshot {
  const files = new Map(parents[0]?.files);
  // What a branch brings into a merge is what the first parent never had.
  for (const [path, file] of parents.slice(1).flatMap((parent) => [...parent.files])) {
    if (!parents[0]?.known.has(path)) files.set(path, file);
  }
  for (const [from, to] of Object.entries(commit.rename ?? {})) {
    const file = files.get(from);
    if (file === undefined)
      throw new BlockersError("input", `the scenario's commit "${commit.name}" has no file "${from}" to rename`);
    files.delete(from);
    files.set(to, file);
  }
  for (const [path, file] of Object.entries(commit.files ?? {})) {
    if (file === null) files.delete(path);
    else files.set(path, contentOf(path, file));
  }
  return { files, known: new Set([...parents.flatMap((parent) => [...parent.known]), ...files.keys()]) };
}

/** Quoted as C strings are, byte for byte: any name is possible. */
function quote(path: string): Buffer {
  const escaped = Array.from(encodePath(path), (byte) =>
    byte < 32 || byte > 126 || byte === 34 || byte === 92
      ? `\\${byte.toString(8).padStart(3, "0")}`
      : String.fromCharCode(byte),
  );
  return Buffer.from(`"${escaped.join("")}"`);
}

function unknownCommit(name: string): never {
  throw new BlockersError("input", `the scenario has no commit "${name}" before the one that refers to it`);
}
