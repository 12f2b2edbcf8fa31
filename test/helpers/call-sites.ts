/** More than any chain of callers here is long. */
const FRAMES = 50;

/** What is called, and the lines of the program that lead there from below the commands, which differ in that only. */
export function siteOf(name: string): string {
  const usual = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const { stack = "" } = new Error();
  Error.stackTraceLimit = usual;
  const lines = stack.split("\n").flatMap((line) => /[\\/]src[\\/].*:\d+:\d+/.exec(line)?.[0] ?? []);
  return [name, ...lines.filter((line) => !COMMANDS.test(line))].join(" < ");
}

/** The same as far as the nearest lines go: where a fault is turned into an error, not who hears of it. */
export function nearest(site: string): string {
  return site.split(" < ").slice(0, NEAR).join(" < ");
}

/** The call itself, and three lines. */
const NEAR = 4;

const COMMANDS = /[\\/]cli[\\/](?:commands|declarations|main|program)\b/;

/**
 * The calls that are worth a fault, counted from 1: the first and the last of a run, and of those that come from one place in
 * one way the first and the last, unless `known` has them already, to which they are added. Between the others nothing
 * differs but whose turn it is.
 */
export function worthAFault(sites: readonly string[], known: Set<string> = new Set()): readonly number[] {
  const isWorth = (site: string, at: number): boolean =>
    at === 0 ||
    at === sites.length - 1 ||
    (!known.has(site) && (sites.indexOf(site) === at || sites.lastIndexOf(site) === at));
  const worth = sites.flatMap((site, at) => (isWorth(site, at) ? [at + 1] : []));
  for (const site of sites) known.add(site);
  return worth;
}
