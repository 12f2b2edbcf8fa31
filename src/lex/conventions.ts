import { type Conventions, NO_OWN, type OwnStatuses, USUAL } from "../model/conventions.js";
import type { Status } from "../model/status.js";
import { languageOf } from "./language.js";
import { foldDigits } from "./numbers.js";
import { LANGUAGES } from "./vocabulary/index.js";

const LOOK = 60_000;
/** "66,7 %", "2,5 h" and "1.234,5" can be read in one way only; so can their counterparts. */
const COMMA_DECIMAL =
  /(?<![\w.,])(?:\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2}(?!\d)\s?(?:%|\p{L}{1,9}\b)|\d+,\d{1,2}(?=\s*\|))/u;
/** Of those, what is no list of two numbers either. */
const SURE_COMMA = /(?<![\w.,])(?:\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2}\s?%)/u;
const POINT_DECIMAL =
  /(?<![\w.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+|(?=\s?\p{L}))|\d+\.\d{1,2}(?![\d.])\s?(?:%|h\b|d\b|\p{L}{2,9}\b)|\d+\.\d{1,2}(?=\s*\|))/u;

/**
 * How a report writes its numbers and its language, told from its text; `marks` is what its legend says, `own` what its
 * team's configuration says.
 */
export function conventionsOf(
  text: string,
  marks: ReadonlyMap<string, Status> = new Map(),
  own: OwnStatuses = NO_OWN,
): Conventions {
  const { language, english } = languageOf(text);
  const start = foldDigits(text.slice(0, LOOK)).replace(/`[^`\n]*`/g, " ");
  const comma = (language === "en" ? SURE_COMMA : COMMA_DECIMAL).test(start);
  const point = POINT_DECIMAL.test(start);
  const vocabulary = LANGUAGES[language];
  const usual = vocabulary?.decimal === "," || (language === "" && comma) ? "comma" : "point";
  const decimal = comma && point ? "mixed" : comma ? "comma" : point ? (usual === "comma" ? "mixed" : "point") : usual;
  return {
    ...USUAL,
    language,
    english,
    decimal,
    spaced: vocabulary?.spaced === true && decimal !== "point",
    percentFirst: language === "tr",
    marks,
    own,
  };
}
