import { parseReport } from "../parse/parse-report.js";
import { decode, encode } from "../source/decode.js";
import { innerText } from "./table-text.js";
import { type Filling, fillTemplate, misplaced } from "./template.js";
import { tableOf } from "./writer.js";

const SAMPLE: Filling = {
  table: tableOf([{ header: "Key" }], [["#1"]]),
  title: "Title",
  done: "1",
  open: "0",
  total: "1",
  percent: "100%",
  summary: "1 of 1 done (100%)",
};

/** Why a template whose placeholders are all known cannot be used; undefined for one that can. */
export function templateFault(template: string): string | undefined {
  const why = misplaced(template);
  if (why !== undefined) return why;
  const content = fillTemplate(template, SAMPLE);
  const inner = innerText(content, "0".repeat(16), "\n");
  // What an open comment or a marker of its own does to the markers around it is best seen by reading it back.
  const text = `<!-- blockers:begin sample -->\n${inner}<!-- blockers:end -->\n`;
  const { generated, damage } = parseReport(decode(encode(text, false), "template"));
  if (damage.length === 0 && generated.length === 1 && generated[0]?.content === content) return undefined;
  return "a comment, a code block or HTML in it is not closed, or it holds markers itself";
}
