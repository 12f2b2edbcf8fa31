// Tells which words a text must hold for a regular expression to match in it.

/** Shorter ones are in nearly every text, and with more of them it is cheaper to compile the pattern. */
const [SHORTEST, MOST] = [3, 60];

/** Words in lower case of which any text that the pattern matches in holds one at least; undefined where none are known. */
export function neededWords(pattern) {
  const reader = { pattern, at: 0 };
  const words = alternatives(reader);
  if (reader.at < pattern.length) throw new Error(`could not read all of /${pattern}/`);
  if (words === undefined || words.size > MOST) return undefined;
  // What holds the longer word holds the shorter one that is in it.
  const all = [...words];
  const least = all.filter((word) => !all.some((other) => other !== word && word.includes(other)));
  return least.every((word) => word.length >= SHORTEST) ? least : undefined;
}

function alternatives(reader) {
  let all = new Set();
  for (;;) {
    const words = sequence(reader);
    all = words && all && new Set([...all, ...words]);
    if (reader.pattern[reader.at] !== "|") return all;
    reader.at++;
  }
}

function sequence(reader) {
  const candidates = [];
  let run = "";
  const endRun = () => {
    if (run !== "") candidates.push(new Set([run]));
    run = "";
  };
  while (reader.at < reader.pattern.length && !"|)".includes(reader.pattern[reader.at])) {
    const { char, words } = term(reader);
    const [isNeeded, isOne] = quantifier(reader);
    if (char !== undefined && isNeeded) run += char;
    if (char === undefined || !isOne) endRun();
    if (words && isNeeded) candidates.push(words);
  }
  endRun();
  return candidates.sort((a, b) => worth(b) - worth(a))[0];
}

function worth(words) {
  return Math.min(...[...words].map(({ length }) => Math.min(length, 2 * SHORTEST))) - words.size / 100;
}

/** One character that must be there, or words of which one must, or neither where nothing is known. */
function term(reader) {
  const { pattern } = reader;
  const start = pattern[reader.at++];
  if (start === "(") return group(reader);
  if (start === "[") {
    for (; pattern[reader.at] !== "]"; reader.at++) if (pattern[reader.at] === "\\") reader.at++;
    reader.at++;
    return {};
  }
  if (start === "\\") {
    const rest = /^(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<\w+>|\d+|.)/su.exec(
      pattern.slice(reader.at),
    )[0];
    reader.at += rest.length;
    return /^[^\w\s|]$/.test(rest) && isAscii(rest) ? { char: rest } : {};
  }
  return ".^$".includes(start) || !isAscii(start) ? {} : { char: start.toLowerCase() };
}

function group(reader) {
  const [opening] = /^(?:\?(?:<?[=!]|:|<\w+>))?/.exec(reader.pattern.slice(reader.at));
  reader.at += opening.length;
  const words = alternatives(reader);
  reader.at++;
  return opening.endsWith("!") ? {} : { words };
}

/** Whether what stands before is there once at least, and whether just once. */
function quantifier(reader) {
  const [text, sign, least] = /^(?:([*+?]|\{(\d+)(?:,\d*)?\})\??)?/.exec(reader.pattern.slice(reader.at));
  reader.at += text.length;
  if (sign === undefined) return [true, true];
  return [sign === "+" || Number(least) > 0, false];
}

function isAscii(char) {
  return char.charCodeAt(0) < 128;
}
