import { BlockersError } from "../../errors.js";
import { formatFinding } from "../../format/text-check.js";
import { clamped, colourFor, type OutputOptions } from "../options.js";
import type { World } from "../world.js";
import type { Consent } from "./rewrite.js";

const QUESTION = "Apply this fix? [y]es, [n]o, [a]ll the rest, [q]uit: ";
const HELP = `y  apply this fix
n  leave this finding as it is
a  apply this fix and all that follow
q  leave this finding and all that follow; what was accepted is written
`;

/** Asks for every fix. Raises a usage error where there is nobody to ask. */
export function askForConsent(world: World, flags: OutputOptions): Consent {
  const { ask } = world;
  if (!ask || !world.stdin.isTTY) {
    throw new BlockersError("usage", "--interactive needs a terminal to ask in", [
      "Without it, --dry-run and --diff show what would be fixed.",
    ]);
  }
  let rest: boolean | undefined;
  return async ({ result }, diagnostic) => {
    if (rest !== undefined) return rest;
    const color = colourFor(world, world.stderr, flags);
    world.stderr.write(`\n${formatFinding(result, diagnostic, { color, width: clamped(world.stderr.columns) })}\n`);
    const answer = await answerOf(ask, world);
    if (answer === "a") rest = true;
    if (answer === "q") rest = false;
    return answer === "y" || answer === "a";
  };
}

async function answerOf(ask: NonNullable<World["ask"]>, world: World): Promise<"y" | "n" | "a" | "q"> {
  for (;;) {
    const answer = (await ask(QUESTION))?.trim().toLowerCase().charAt(0);
    // Whoever ends the input has had enough.
    if (answer === undefined) return "q";
    if (answer === "y" || answer === "n" || answer === "a" || answer === "q") return answer;
    world.stderr.write(HELP);
  }
}
