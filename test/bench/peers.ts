import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { type Bench, environment } from "./bench.js";
import type { Command } from "./command.js";

/** What people run on the same files. */
export const VERSION_PEERS = ["rumdl", "markdownlint-cli2", "remark-cli", "textlint", "prettier"] as const;
export type Peer = (typeof VERSION_PEERS)[number];

const PACKAGES = "node_modules";

/** The arguments with which each looks at files and changes none. `all` stands for the markdown files of a folder. */
const CHECKS: Readonly<Record<Peer, { readonly args: readonly string[]; readonly all: string }>> = {
  rumdl: { args: ["check", "--no-cache"], all: "." },
  "markdownlint-cli2": { args: [], all: "**/*.md" },
  "remark-cli": { args: ["--quiet", "--no-stdout", "--use", "PRESET", "--use", "GFM"], all: "." },
  textlint: { args: ["--rule", "no-todo"], all: "**/*.md" },
  prettier: { args: ["--check", "--log-level", "silent"], all: "**/*.md" },
};

/** A run of a peer: with arguments of its own, or as a check of the named files, or of all markdown files of the folder. */
export function peerCommand(
  bench: Bench,
  peer: Peer,
  cwd: string,
  args: readonly string[] | "check",
  files: readonly string[] = [CHECKS[peer].all],
): Command {
  const folder = bench.peers();
  const native = peer === "rumdl" && args === "check" ? nativeRumdl(folder) : undefined;
  if (native !== undefined) return { file: native, args: [...CHECKS.rumdl.args, ...files], cwd };
  const manifest = JSON.parse(readFileSync(join(folder, PACKAGES, peer, "package.json"), "utf8"));
  const bin: string = typeof manifest.bin === "string" ? manifest.bin : Object.values(manifest.bin)[0];
  const own = args === "check" ? [...CHECKS[peer].args.map((arg) => placed(arg, folder)), ...files] : args;
  return {
    file: bench.node,
    args: [join(folder, PACKAGES, peer, bin), ...own],
    cwd,
    env: environment(bench),
  };
}

/** The program behind its launcher for npm, which costs a start of Node; undefined where it is not found. */
function nativeRumdl(folder: string): string | undefined {
  const scope = join(folder, PACKAGES, "@rumdl");
  const names = existsSync(scope) ? readdirSync(scope) : [];
  return names.map((name) => join(scope, name, "rumdl")).find((path) => existsSync(path));
}

function placed(arg: string, folder: string): string {
  const places: Record<string, string> = {
    PRESET: join(folder, PACKAGES, "remark-preset-lint-recommended/index.js"),
    GFM: join(folder, PACKAGES, "remark-gfm/index.js"),
  };
  return places[arg] ?? arg;
}

/** Installs the pinned peers where they are not yet, and returns their folder. Throws when npm fails. */
export function installPeers(root: string, progress: (what: string) => void): string {
  const folder = join(root, "test/bench/peers");
  // npm writes it last: an install that was cut off is done again.
  if (!existsSync(join(folder, PACKAGES, ".package-lock.json"))) {
    progress("installing the peers (npm install in test/bench/peers)");
    // Not `ci`: that insists on the builds of other machines, which a registry may not have.
    execFileSync("npm", ["install", "--no-save", "--no-audit", "--no-fund"], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
  }
  return folder;
}

/** The pinned versions by name. */
export function peerVersions(root: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(root, "test/bench/peers/package.json"), "utf8")).dependencies;
}
