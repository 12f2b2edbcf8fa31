/** `--color`. */
export type ColourChoice = "always" | "never" | "auto";

export const COLOUR_CHOICES = ["always", "never", "auto"] as const satisfies readonly ColourChoice[];

/**
 * Whether a stream gets colour. The first that speaks decides: the flag, FORCE_COLOR, NO_COLOR, TERM=dumb, and
 * then whether the stream is a terminal. An empty variable does not speak.
 */
export function usesColour(
  choice: ColourChoice,
  env: Readonly<Record<string, string | undefined>>,
  isTTY: boolean,
): boolean {
  if (choice !== "auto") return choice === "always";
  const { FORCE_COLOR, NO_COLOR, TERM } = env;
  if (FORCE_COLOR) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  if (NO_COLOR) return false;
  if (TERM === "dumb") return false;
  return isTTY;
}
