import { CONTROLS, showControls } from "../model/controls.js";
import { withoutOldCommands } from "./workflow-commands.js";

/**
 * Makes a string from a report, from git or from a path safe to print: control characters, line ends included, come out
 * as visible escapes like `\u{1b}`. The result is one line.
 */
export function sanitize(text: string): string {
  return showControls(text);
}

/** Half a character, as JSON writes it; the backslashes before it are pairs. */
const HALF = /(?<=(?:^|[^\\])(?:\\\\)*)\\u(d[89a-f][\da-f]{2})/g;

/**
 * The same for a whole JSON document, as `JSON.stringify` makes it, whose own escapes keep the value unchanged; its line ends
 * stay. Half a character, such as a byte of a file name that is no UTF-8, would have strict readers refuse the document: it is
 * shown. Nor is anything in it a command to a CI system that reads it in a log.
 */
export function sanitizeJson(json: string): string {
  const whole = json.includes("\\ud") ? json.replace(HALF, "\\\\u{$1}") : json;
  return withoutOldCommands(whole, "\\u005b").replace(CONTROLS, (character) => {
    if (character === "\n") return character;
    const units = character.split("");
    return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
  });
}

/** For readers that refuse a whole document for half a character. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\u{fffd}");
}
