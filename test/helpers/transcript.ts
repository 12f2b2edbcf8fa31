import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { main } from "../../src/cli/main.js";
import { buildScenario, type Scenario } from "../../src/git/scenario.js";
import { testWorld, type Written } from "./test-world.js";

/**
 * A transcript is a markdown file that tells of one session. Its fences are, by their info strings:
 *   `LANGUAGE PATH`   a file that is there when the session starts (`base64 PATH`: given as base64)
 *   `yaml history`    a repository to start in, as a scenario; `yaml history in FOLDER` for one below
 *   `console`         commands after "$ ", each followed by what it prints (stderr after "2> ") and by "[exit N]"
 */
export interface Transcript {
  readonly files: readonly { readonly path: string; readonly content: Buffer }[];
  readonly histories: readonly { readonly folder: string; readonly scenario: Scenario }[];
  readonly sessions: readonly string[];
}

const FENCE = /^(`{3,})([^\n`]+)\n(.*?)^\1$/gms;

/** Reads a transcript. Throws for a fence that means nothing. */
export function readTranscript(markdown: string): Transcript {
  const files: { path: string; content: Buffer }[] = [];
  const sessions: string[] = [];
  const histories: { folder: string; scenario: Scenario }[] = [];
  for (const [, , info = "", body = ""] of markdown.matchAll(FENCE)) {
    const [language = "", path] = info.trim().split(" ");
    if (info === "console") sessions.push(body);
    else if (/^yaml history( in |$)/.test(info))
      histories.push({ folder: info.slice("yaml history in ".length), scenario: parse(body) as Scenario });
    else if (path === undefined) throw new Error(`a fence with the info string "${info}" means nothing here`);
    else files.push({ path, content: Buffer.from(body, language === "base64" ? "base64" : "utf8") });
  }
  return { files, histories, sessions };
}

/** Runs the sessions in an empty folder and answers with them as they should have been written. */
export async function replay(
  { files, histories, sessions }: Transcript,
  folder: string,
  run: typeof main = main,
): Promise<readonly string[]> {
  for (const history of histories) {
    await mkdir(join(folder, history.folder), { recursive: true });
    await buildScenario(join(folder, history.folder), history.scenario);
  }
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const replayed: string[] = [];
  for (const session of sessions) replayed.push(await replaySession(session, folder, run));
  return replayed;
}

/** The transcript with other sessions in the place of its own. */
export function withSessions(markdown: string, sessions: readonly string[]): string {
  let index = 0;
  return markdown.replace(FENCE, (whole, ticks: string, info: string) =>
    info === "console" ? `${ticks}console\n${sessions[index++] ?? ""}${ticks}` : whole,
  );
}

async function replaySession(session: string, folder: string, run: typeof main): Promise<string> {
  const commands = session.split("\n").filter((line) => line.startsWith("$ "));
  let cwd = folder;
  const parts: string[] = [];
  for (const line of commands) {
    const [program, ...words] = splitWords(line.slice(2));
    if (program === "cd") {
      cwd = resolve(cwd, words[0] ?? ".");
      parts.push(`${line}\n`);
    } else parts.push(`${line}\n${await runCommand(line, { cwd, folder, run })}`);
  }
  return parts.join("\n");
}

async function runCommand(
  line: string,
  { cwd, folder, run }: { readonly cwd: string; readonly folder: string; readonly run: typeof main },
): Promise<string> {
  const words = splitWords(line.slice(2));
  const start = words.indexOf("blockers");
  const from = words.indexOf("<");
  if (start < 0) throw new Error(`not a command of this program: ${line}`);
  const env = Object.fromEntries(words.slice(0, start).map((word) => word.split("=", 2)));
  const input = from < 0 ? "" : await readFile(resolve(cwd, words[from + 1] ?? ""));
  const world = testWorld(cwd, { input });
  const argv = words.slice(start + 1, from < 0 ? undefined : from);
  const exitCode = await run(argv, { ...world, env: { ...world.env, ...env } });
  return `${screen(world.written).replaceAll(folder, "/folder")}[exit ${exitCode}]\n`;
}

function screen(written: readonly Written[]): string {
  return written
    .map(({ stream, text }) => {
      const whole = text === "" || text.endsWith("\n") ? text : `${text}\n`;
      return stream === "stdout" ? whole : whole.replace(/^(?=[^\n]|\n)/gm, "2> ").replace(/2> $/, "");
    })
    .join("")
    .replace(/[ \t]+$/gm, "");
}

/** Splits as a shell does, as far as transcripts need it: blanks, and quotes of both kinds. */
function splitWords(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}
