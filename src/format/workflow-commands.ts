/**
 * The runner of GitHub Actions takes lines of a log for commands: `::name ...::text` where the line starts so behind
 * blanks, and `##[name]text` wherever it stands. It may compare by the rules of a language, which skip what is not seen.
 */
const UNSEEN = "[\\p{Cc}\\p{Default_Ignorable_Code_Point}]*";
const AT_START = new RegExp(`^([\\s\\p{Cc}\\p{Default_Ignorable_Code_Point}]*):(?=${UNSEEN}:)`, "u");
/** Where the runner ends a line; a lone carriage return does, too. */
const LINE_END = /(\r\n|[\n\r])/;
const ANYWHERE = new RegExp(`(#${UNSEEN}#${UNSEEN})\\[`, "gu");

/**
 * The same text for a log: what would be a command is none, since its colon or bracket is written in another way; by
 * default visibly, as `\u{3a}:` and `##\u{5b}`. Lines stay.
 */
export function withoutCommands(text: string, colon = "\\u{3a}", bracket = "\\u{5b}"): string {
  if (!text.includes(":") && !text.includes("#")) return text;
  return text
    .split(LINE_END)
    .map((line) =>
      withoutOldCommands(
        line.replace(AT_START, (_, blanks: string) => blanks + colon),
        bracket,
      ),
    )
    .join("");
}

/** Puts something else in the place of the bracket that opens `##[command]`. */
export function withoutOldCommands(text: string, bracket: string): string {
  return text.includes("#") ? text.replace(ANYWHERE, (_, signs: string) => signs + bracket) : text;
}
