import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/source/decode.js";
import { asLatin1, asLossyWindows1252, asMacRoman, asReplacingWindows1252 } from "./damage.js";

const FIXTURES = new URL("../../fixtures/mojibake/", import.meta.url);

function fixture(name: string): Buffer {
  return readFileSync(new URL(name, FIXTURES));
}

function repaired(text: string) {
  return decode(Buffer.from(text), "STATUS.md");
}

const WORDS = [
  "done",
  "4 of 5",
  "(80%)",
  "café",
  "Größe",
  "déjà",
  "l’été",
  "«île»",
  "“quoted”",
  "ação",
  "NÃO",
  "AVÔ",
  "Straße",
  "três…",
  "–",
  "—",
  "đã",
  "hoàn",
  "“Ở”",
  "готово",
  "«три»",
  "Ελλάδα",
  "状态",
  "完成。",
  "進捗：",
  "설정",
  "20 °C",
  "½",
  "5 µs",
  "√2",
  "≤",
  "≥ 90%",
  "✅",
  "❌",
  "⚠️",
  "⏳",
  "🔴",
  "🟡",
  "🟢",
  "👩‍💻",
  "1️⃣",
  "→",
  "←",
  "├──",
  "└──",
  "│",
  "☐",
  "☑",
  "🇫🇷",
  "`code`",
  "**bold**",
  "|",
  "\n",
];
const cleanText = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(" "));
const proof = "✅ proof";

/** Signs that come back although windows-1252 has lost a byte of them. */
const RECOVERED = [
  ..."❌⏳⏰⭐←”┐☐",
  "⚠️",
  "⏸️",
  "⏱️",
  "⏭️",
  "🏗️",
  "🏷️",
  "✅",
  "→",
  "🟡",
  "🔴",
  "👍",
  "🙏",
  "🐛",
  "│",
  "─",
  "━━",
  "═══",
  "…",
  "“",
];

describe("I7: clean text", () => {
  it("is never changed", () => {
    fc.assert(
      fc.property(cleanText, (text) => {
        const source = repaired(text);
        expect(source.text).toBe(text);
        expect(source.repairs).toEqual([]);
        expect(source.unrepaired).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("is never changed in the languages that look most like damage", () => {
    const source = decode(fixture("clean-accents.md"), "clean-accents.md");
    expect(source.repairs).toEqual([]);
    expect(source.unrepaired).toEqual([]);
  });

  it.each([
    ["a word in capitals before a quotation mark", "O “AVÃ” e o “PADRÃ”: 3 de 4"],
    ["accented letters between guillemets", "«été», «école», «âge», «île», «être»"],
    ["apostrophes before accented letters", "l’été, d’école, l’île, n’êtes, l’âme, d’éther"],
    ["mathematics", "x√π + y√∂ - z√© and r√π, 2·π≥6, a·π∫"],
    ["a single two-letter word", "Die Ã¤ra"],
    ["Romanian infinitives", "„a hotărâ”, „a coborâ”, „a urâ”"],
    ["Estonian nights", "„Öö“, ‚Üür‘, „Öö…“"],
  ])("is not mistaken: %s", (_, text) => {
    expect(repaired(text).repairs).toEqual([]);
    expect(repaired(text).unrepaired).toEqual([]);
  });
});

describe("I7: text read as Mac Roman", () => {
  it("comes back exactly", () => {
    fc.assert(
      fc.property(cleanText, (text) => {
        const original = `${proof} ${text}`;
        const source = repaired(asMacRoman(original));
        expect(source.text).toBe(original);
        expect(source.repairs.every(({ exact, encoding }) => exact && encoding === "macroman")).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("I7: text read as windows-1252", () => {
  it("comes back exactly when no byte is lost", () => {
    fc.assert(
      fc.property(cleanText, (text) => {
        expect(repaired(asLatin1(`${proof} ${text}`)).text).toBe(`${proof} ${text}`);
      }),
    );
  });

  it("comes back for the signs that reports use, though bytes were dropped", () => {
    const signs = fc.array(fc.constantFrom(...RECOVERED), { maxLength: 20 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(signs, (text) => {
        const source = repaired(asLossyWindows1252(`${proof} ${text}`));
        expect(source.text).toBe(`${proof} ${text}`);
        expect(source.unrepaired).toEqual([]);
      }),
    );
  });

  it("comes back when the lost bytes were marked with U+FFFD", () => {
    const original = "✅ done, ❌ blocked, ⏳ waiting ━━━ “quoted” ←";
    expect(repaired(asReplacingWindows1252(original)).text).toBe(original);
  });

  it("says which repairs are only likely", () => {
    const source = repaired(asLossyWindows1252("✅ done\n❌ blocked"));
    expect(source.repairs.map(({ after, exact }) => [after, exact])).toEqual([
      ["✅", true],
      ["❌", false],
    ]);
  });

  it("takes a space for the no-break space that an editor made of it", () => {
    expect(repaired(asLatin1("⚠️ Careful").replace("\u{a0}", " ")).text).toBe("⚠️ Careful");
  });

  it("leaves what may be several signs, and lists it", () => {
    const source = decode(fixture("ambiguous.md"), "ambiguous.md");
    expect(source.text).toBe("# ✅ Files\n\n- ðŸ“ folder\n- ðŸ” search\n- ❌ gone\n");
    expect(source.unrepaired.map(({ start, end }) => source.text.slice(start, end))).toEqual(["ðŸ“", "ðŸ”"]);
  });

  it("repairs letters alone only when there are at least three", () => {
    expect(repaired("cafÃ© dÃ©jÃ ").repairs).toEqual([]);
    expect(repaired("cafÃ©, Ã©tÃ©, crÃ¨me").text).toBe("café, été, crème");
  });
});

describe("I7: damage beside clean text", () => {
  it("is repaired run by run", () => {
    const source = repaired("Über “âœ…” — fertig: 3 ✅ und âš\u{a0}ï¸\u{8f} früh");
    expect(source.text).toBe("Über “✅” — fertig: 3 ✅ und ⚠️ früh");
    expect(source.repairs).toHaveLength(2);
  });

  it.each([
    ["three letters in a row", `Über ${asLatin1("完成了")} früh`, "Über 完成了 früh"],
    ["two letters beside a damaged sign", `Über ${asLatin1("完成")} früh ${asLatin1("✅")}`, "Über 完成 früh ✅"],
    ["a letter in a word beside a damaged sign", `Über caf${asLatin1("é")} ${asLatin1("✅")}`, "Über café ✅"],
    ["words of one script", `Über ${asLatin1("完成了")}, ${asLatin1("未完成")} früh`, "Über 完成了, 未完成 früh"],
  ])("is repaired where it proves itself: %s", (_, damaged, text) => {
    expect(repaired(damaged).text).toBe(text);
  });

  it.each([
    ["two letters alone", `Über ${asLatin1("完成")} früh`],
    ["one letter beside a damaged sign", `Über ${asLatin1("完")} früh`],
    ["letters of two bytes that are too few", `Über caf${asLatin1("é")} cr${asLatin1("è")}me früh`],
  ])("is left where clean text may look like it: %s", (_, text) => {
    expect(repaired(text).text).toBe(text);
  });

  it("joins what stands side by side into one repair", () => {
    const [repair, ...others] = repaired("x â”œâ”€â”€ y").repairs;
    expect(others).toEqual([]);
    expect(repair).toEqual({
      raw: { start: 2, end: 11 },
      range: { start: 2, end: 5 },
      before: "â”œâ”€â”€",
      after: "├──",
      encoding: "windows-1252",
      exact: true,
    });
  });
});

describe("the fixtures", () => {
  it.each(["mac-roman", "windows-1252-lost-bytes", "windows-1252-kept-bytes"])("%s is as its clean twin", (name) => {
    const source = decode(fixture(`${name}.md`), name);
    expect(source.text).toBe(fixture(`${name}.clean.md`).toString());
    expect(source.unrepaired).toEqual([]);
  });

  it.each([
    ["in a fence", "```\nâœ… done\n```\n"],
    ["in a longer fence that holds a shorter one", "````\n```\nâœ… done\n```\nâœ…\n````\n"],
    ["in a fence of another sign", "~~~\n```\nâœ… done\n~~~\n"],
    ["in a code span", "the text `âœ… done` and ``â€” ` â€”``\n"],
  ])("a text that quotes it %s stays as it is", (_, text) => {
    expect(repaired(text).repairs).toEqual([]);
  });

  it.each([
    ["a backtick that opens nothing", "the ` text âœ… done\n"],
    ["a fence that is closed before", "```\na\n```\nâœ… done\n"],
    ["a fence that never ends", "```\nâœ… done\n"],
    ["a fence that a line with words does not close", "```\n```js âœ…\nâœ… done\n"],
  ])("%s quotes nothing", (_, text) => {
    expect(repaired(text).text).toContain("✅ done");
  });

  it("quoted-on-purpose stays as it is", () => {
    const source = decode(fixture("quoted-on-purpose.md"), "quoted");
    expect(source.text).toBe(source.raw);
    expect(source.unrepaired).toEqual([]);
  });
});

describe("I7: long and hostile text", () => {
  it.each(["â”", "â•", "‚úÖ", "`âœ…` ", "\u{fffd} â• ", "d’été «à» ", "â€"])("takes linear time for %j", (piece) => {
    const start = performance.now();
    decode(Buffer.from(piece.repeat(100_000)), "long.md");
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
