import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/source/decode.js";
import { endPositionOf, lineOf, lineText, positionOf, rawRange, sourceLineText } from "../../src/source/positions.js";

function read(text: string) {
  return decode(Buffer.from(text), "x.md");
}

describe("positions", () => {
  it("counts lines and columns from 1, in UTF-16 units", () => {
    const source = read("ab\r\n🔴 c\rd\n");
    expect(positionOf(source, 0)).toEqual({ line: 1, column: 1 });
    expect(positionOf(source, source.text.indexOf("c"))).toEqual({ line: 2, column: 4 });
    expect(positionOf(source, source.text.indexOf("d"))).toEqual({ line: 3, column: 1 });
    expect(positionOf(source, source.text.length)).toEqual({ line: 4, column: 1 });
    expect(positionOf(source, 999)).toEqual({ line: 4, column: 1 });
    expect(lineOf(source, source.text.indexOf("c"))).toBe(2);
  });

  it("belongs to the file's own text where damage was repaired", () => {
    const source = read("| âœ… done | 5h |\n| âœ… âš\u{a0}ï¸\u{8f} | 7h |");
    const at = source.text.indexOf("7h");
    expect(positionOf(source, at)).toEqual({
      line: 2,
      column: (source.raw.split("\n")[1]?.indexOf("7h") as number) + 1,
    });
    expect(rawRange(source, { start: at, end: at + 2 })).toEqual({
      start: source.raw.indexOf("7h"),
      end: source.raw.indexOf("7h") + 2,
    });
    expect(lineOf(source, at)).toBe(2);
  });

  it("widens to whole repaired runs", () => {
    const source = read("x â”œâ”€â”€ y");
    expect(source.text).toBe("x ├── y");
    expect(rawRange(source, { start: 3, end: 4 })).toEqual({ start: 2, end: 11 });
    expect(rawRange(source, { start: 2, end: 5 })).toEqual({ start: 2, end: 11 });
    expect(rawRange(source, { start: 5, end: 6 })).toEqual({ start: 11, end: 12 });
    expect(rawRange(source, { start: 0, end: 2 })).toEqual({ start: 0, end: 2 });
    expect(rawRange(source, { start: 3, end: 3 })).toEqual({ start: 2, end: 2 });
    expect(positionOf(source, 4)).toEqual({ line: 1, column: 3 });
    expect(endPositionOf(source, 4)).toEqual({ line: 1, column: 12 });
  });

  it("gives a line as the file has it and as it is read", () => {
    const source = decode(readFileSync(new URL("../../fixtures/bytes/bom-crlf-mojibake.md", import.meta.url)), "x.md");
    expect(lineText(source, 1)).toBe("# âœ… Harbour");
    expect(sourceLineText(source, 1)).toBe("# ✅ Harbour");
    expect(sourceLineText(source, 6)).toBe("| 2 | South | ⏳ open |");
    expect(lineText(source, 7)).toBe("");
    expect(lineText(source, 0)).toBe("");
    expect(lineText(source, 8)).toBe("");
  });

  it("finds unchanged characters at the same place in both texts", () => {
    const pieces = fc.constantFrom("a", "✅", "âœ…", "â†", "é", "🔴", "\r\n", "\n", "\u{feff}", "7h ");
    fc.assert(
      fc.property(fc.array(pieces), (words) => {
        const source = read(`âœ… ${words.join("")}`);
        for (let offset = 0; offset < source.text.length; offset += 1) {
          const inside = source.repairs.some(({ range }) => range.start <= offset && offset < range.end);
          const { start, end } = rawRange(source, { start: offset, end: offset + 1 });
          if (!inside) expect(source.raw.slice(start, end)).toBe(source.text[offset]);
          const { line, column } = positionOf(source, offset);
          expect(source.rawLineStarts[line - 1]).toBe(start - column + 1);
          expect(lineOf(source, offset)).toBe(line);
        }
      }),
    );
  });
});
