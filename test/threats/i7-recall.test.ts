import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/lex/vocabulary/index.js";
import { decode } from "../../src/source/decode.js";
import { asLatin1, asMacRoman, asReplacingWindows1252 } from "../source/damage.js";

/** Status words of all languages, and the marks of usual reports, with a letter or sign beyond ASCII at least. */
const WORDS = [
  ...new Set(
    Object.values(LANGUAGES).flatMap(({ statuses }) => Object.values(statuses).flatMap((words) => words ?? [])),
  ),
  ..."✅ ❌ ⏳ 🟡 🟢 🔴 ⚠️ 🚧 → │ “done” – —".split(" "),
].filter((word) => /[^\0-\x7f]/.test(word));

/** What is read of a report with a word in it that was damaged. */
function read(word: string, damage: (text: string) => string) {
  const original = `# ✅ Status ✅ — Größe\n\n| Weir | ${word} |\n`;
  return { original, source: decode(Buffer.from(damage(original)), "STATUS.md") };
}

describe("I7: status words in a damaged report", () => {
  it.each([
    ["Mac Roman", asMacRoman],
    ["windows-1252", asLatin1],
  ])("come back from %s, 95 in 100 at least", (_, damage) => {
    const lost = WORDS.filter((word) => {
      const { original, source } = read(word, damage);
      return source.text !== original;
    });
    expect(WORDS.length).toBeGreaterThan(500);
    expect(lost.length).toBeLessThanOrEqual(WORDS.length * 0.05);
  });

  it("are named as damage where lost bytes keep them from coming back", () => {
    const silent = WORDS.filter((word) => {
      const { original, source } = read(word, asReplacingWindows1252);
      return source.text !== original && source.unrepaired.length === 0;
    });
    expect(silent).toEqual([]);
  });
});
