/** A regular expression in parts: what may stand side by side, what one after the other, and what may be repeated. */
type Part =
  | { readonly kind: "either"; readonly parts: readonly Part[] }
  | { readonly kind: "all"; readonly parts: readonly Part[] }
  | { readonly kind: "often"; readonly part: Part; readonly least: number; readonly many: boolean }
  /** What has to stand there, or must not, and is read by another part. */
  | { readonly kind: "look"; readonly part: Part }
  | { readonly kind: "text"; readonly text: string };

interface Reader {
  readonly pattern: string;
  readonly flags: string;
  at: number;
}

/** What a class of characters is tried with: it stands for the first that it matches. */
const CANDIDATES = [..."a1 .-,:|*_`#/(\n\tAé完✅", "\u{fffd}", "\u{a0}", "─", "\u{301}", "\u{200d}", "\u{f8ff}", "\0"];
/** What is pumped into every pattern, whatever it is made of. */
const COMMON = [
  " ",
  "\t",
  "\n",
  "a",
  "1",
  "-",
  "*",
  "|",
  "`",
  "(",
  "[",
  "<!--",
  "a ",
  " a",
  "1 ",
  "1,",
  "1.",
  "a-",
  "a/",
  "é",
  "✅ ",
  "** ",
  "\\",
  ">",
];
/** What keeps a pattern from ending well, after all that went before. */
const ENDS = ["", "\0"];

/** How often a pattern may go over the same text in the worst case: 1 for once, 2 for once from each place, and so on. */
export function worstDegree(pattern: string, flags: string): number {
  const repeats = countRepeats(either({ pattern, flags, at: 0 }));
  return repeats + (pattern.startsWith("^") && !flags.includes("m") ? 0 : 1);
}

function countRepeats(part: Part): number {
  switch (part.kind) {
    case "text":
      return 0;
    case "either":
      return Math.max(...part.parts.map(countRepeats));
    case "all":
      return part.parts.reduce((sum, one) => sum + countRepeats(one), 0);
    case "look":
      return countRepeats(part.part);
    case "often":
      // What is repeated within what is repeated may be shared out in more ways than can be counted.
      return part.many ? 1 + 3 * countRepeats(part.part) : countRepeats(part.part);
  }
}

/** Texts of about a length that make a pattern go back as often as it can: what it repeats, behind what leads there. */
export function attackStrings(pattern: string, flags: string, length: number): readonly string[] {
  const whole = either({ pattern, flags, at: 0 });
  const pumps = new Map<string, readonly [lead: string, pump: string]>();
  const add = (lead: string, pump: string): void => {
    if (pump !== "") pumps.set(`${lead}\0${pump}`, [lead, pump]);
  };
  // What the pattern looks for by name may be part of what it repeats.
  const signs = [...new Set(pattern)].filter((char) => /[^\w\s\\^$()[\]{}?*+|.]/.test(char)).slice(0, 4);
  for (const [lead, pump] of repeated(whole, "")) {
    for (const one of [pump, ...signs]) add(lead, one);
    add("", pump);
  }
  for (const pump of COMMON) add("", pump);
  return [...pumps.values()].flatMap(([lead, pump]) => {
    const pumped = lead + pump.repeat(Math.max(1, Math.floor((length - lead.length) / pump.length)));
    return ENDS.map((end) => pumped + end);
  });
}

/** What may be repeated, with an example of what stands before it. */
function* repeated(part: Part, lead: string): Generator<readonly [lead: string, pump: string]> {
  if (part.kind === "text") return;
  if (part.kind === "often" || part.kind === "look") {
    if (part.kind === "often" && part.many) for (const pump of examples(part.part)) yield [lead, pump];
    yield* repeated(part.part, lead);
    return;
  }
  let before = lead;
  let last = "";
  for (const one of part.parts) {
    yield* repeated(one, before);
    if (part.kind === "either") continue;
    const [example = ""] = examples(one);
    // Two neighbours that may be repeated, by turns.
    if (one.kind === "often" && one.many) {
      const [pump = ""] = examples(one.part);
      if (last !== "") yield [lead, last + pump];
      last = pump;
    }
    before += example;
  }
  // The whole in a row.
  if (part.kind === "all") yield [lead, examples(part)[0] ?? ""];
}

/** A few texts that the part matches, if nothing around it objects. */
function examples(part: Part): readonly string[] {
  switch (part.kind) {
    case "text":
      return [part.text];
    case "look":
      return [""];
    case "either":
      return part.parts.flatMap((one) => examples(one).slice(0, 1)).slice(0, 6);
    case "all":
      return [part.parts.map((one) => examples(one)[0] ?? "").join("")];
    case "often":
      return examples(part.part).map((one) => one.repeat(Math.max(1, part.least)));
  }
}

function either(reader: Reader): Part {
  const parts = [all(reader)];
  while (reader.pattern[reader.at] === "|") {
    reader.at++;
    parts.push(all(reader));
  }
  return { kind: "either", parts };
}

function all(reader: Reader): Part {
  const parts: Part[] = [];
  while (reader.at < reader.pattern.length && !"|)".includes(reader.pattern.charAt(reader.at)))
    parts.push(term(reader));
  return { kind: "all", parts };
}

function term(reader: Reader): Part {
  const part = atom(reader);
  const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(reader.pattern.slice(reader.at));
  if (found === null) return part;
  const [{ length }, sign, from, comma, to] = found;
  reader.at += length;
  const least = sign === undefined ? Number(from) : sign === "+" ? 1 : 0;
  const most =
    sign === undefined ? (comma === "" ? least : to === "" ? Infinity : Number(to)) : sign === "?" ? 1 : Infinity;
  return { kind: "often", part, least, many: most > 9 };
}

function atom(reader: Reader): Part {
  const rest = reader.pattern.slice(reader.at);
  const [opening] = /^\((?:\?(?:<?[=!]|:|<\w+>))?/.exec(rest) ?? [];
  if (opening !== undefined) {
    reader.at += opening.length;
    const part = either(reader);
    reader.at++;
    return /[=!]$/.test(opening) ? { kind: "look", part } : part;
  }
  const [piece = ""] =
    /^(?:\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<\w+>|.)|.)/su.exec(rest) ??
    [];
  reader.at += piece.length;
  if (/^(?:[\^$]|\\[bB]|\\k.*|\\\d)$/.test(piece)) return { kind: "text", text: "" };
  if (!/^[[\\.]/.test(piece)) return { kind: "text", text: piece };
  const one = new RegExp(`^${piece}$`, reader.flags.replace(/[gym]/g, ""));
  return { kind: "text", text: [...piece, ...CANDIDATES].filter((char) => one.test(char)).sort(plainFirst)[0] ?? "" };
}

function plainFirst(a: string, b: string): number {
  return Number(!CANDIDATES.includes(a)) - Number(!CANDIDATES.includes(b));
}
