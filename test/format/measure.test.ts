import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { clipEnd, clipStart, measure, pad, wrap } from "../../src/format/measure.js";

const text = fc
  .array(fc.constantFrom("a", " ", "é", "e\u{301}", "霧", "✅", "⚠️", "👩‍💻", "1️⃣", "🇫🇷", "word", "ه", "한글"), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(""));

describe("measure", () => {
  it("agrees with string-width", () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(measure(one)).toBe(stringWidth(one));
      }),
    );
  });

  it("does not count colours", () => {
    expect(measure("\u{1b}[31mred\u{1b}[39m")).toBe(3);
  });

  it("measures a very long line at once", () => {
    expect(measure("霧".repeat(100_000))).toBe(200_000);
  });
});

describe("wrapping and clipping", () => {
  it("never exceeds the width, and loses nothing but spaces", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (one, width) => {
        const lines = wrap(one, width);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        const bare = (some: string) => some.replaceAll(" ", "").normalize();
        expect(bare(lines.join(""))).toBe(bare(one));
        expect(measure(clipEnd(one, width))).toBeLessThanOrEqual(width);
        expect(measure(clipStart(one, width))).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("keeps the side that matters", () => {
    expect(clipEnd("abcdef", 4)).toBe("abc…");
    expect(clipStart("abcdef", 4)).toBe("…def");
    expect(clipEnd("abcd", 4)).toBe("abcd");
    expect(clipEnd("abcd", 0)).toBe("");
  });

  it("pads by what is seen", () => {
    expect(pad("⚠️", 4)).toBe("⚠️  ");
    expect(pad("5%", 4, "right")).toBe("  5%");
    expect(wrap("a b", undefined)).toEqual(["a b"]);
  });
});
