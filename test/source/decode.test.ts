import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BlockersError } from "../../src/errors.js";
import { decode, decodeText, encode } from "../../src/source/decode.js";

function fixture(name: string): Buffer {
  return readFileSync(new URL(`../../fixtures/bytes/${name}`, import.meta.url));
}

function refusal(bytes: Uint8Array): BlockersError {
  try {
    decode(bytes, "docs/STATUS.md");
  } catch (error) {
    if (error instanceof BlockersError) return error;
  }
  throw new Error("was not refused");
}

describe("I6: decode", () => {
  it.each([
    ["bom.md", true, "\n", 7],
    ["two-boms.md", true, "\n", 7],
    ["crlf.md", false, "\r\n", 7],
    ["cr.md", false, "\r", 7],
    ["mixed-line-ends.md", false, "mixed", 7],
    ["no-final-line-end.md", false, "\n", 6],
    ["empty.md", false, "none", 1],
  ] as const)("reads %s", (name, bom, eol, lines) => {
    const source = decode(fixture(name), name);
    expect(source).toMatchObject({ path: name, bom, eol, repairs: [], unrepaired: [] });
    expect(source.lineStarts).toHaveLength(lines);
    expect(source.rawLineStarts).toHaveLength(lines);
    expect(source.text.startsWith("\u{feff}")).toBe(false);
  });

  it("keeps a second byte order mark in the file's own text only", () => {
    const source = decode(fixture("two-boms.md"), "two-boms.md");
    expect(source.raw.startsWith("\u{feff}# ")).toBe(true);
    expect(source.text.startsWith("# ")).toBe(true);
    expect(Buffer.from(encode(source.raw, source.bom))).toEqual(fixture("two-boms.md"));
  });

  it.each(["utf-16le.md", "utf-16be.md"])("refuses %s with a hint", (name) => {
    const error = refusal(fixture(name));
    expect(error.kind).toBe("input");
    expect(error.message).toBe("docs/STATUS.md is not UTF-8: it starts with a UTF-16 or UTF-32 byte order mark.");
    expect(error.hints).toEqual(["Save it as UTF-8 and run again."]);
  });

  it("refuses binary files", () => {
    const error = refusal(fixture("binary.md"));
    expect(error.kind).toBe("input");
    expect(error.message).toBe("docs/STATUS.md is a binary file: it holds NUL bytes.");
  });

  it("lists bytes that are not UTF-8 instead of passing over them", () => {
    const source = decode(fixture("latin-1.md"), "latin-1.md");
    expect(source.text).toContain("R\u{fffd}ckbau");
    expect(source.unrepaired.map(({ start, end }) => source.text.slice(start - 1, end + 1))).toEqual([
      "R\u{fffd}c",
      "l\u{fffd}c",
    ]);
  });

  it("lists damage where it stands in the repaired text", () => {
    const source = decode(Buffer.from("âœ… ðŸ“ x\r\nâœ… \u{fffd} y"), "x.md");
    expect(source.text).toBe("✅ ðŸ“ x\r\n✅ \u{fffd} y");
    expect(source.unrepaired).toEqual([
      { start: 2, end: 5 },
      { start: 11, end: 12 },
    ]);
  });

  it("has as many lines as the file, and gives the bytes back", () => {
    const pieces = fc.constantFrom("a", "✅", "âœ…", "é", "👩‍💻", "\r", "\n", "\r\n", "\u{feff}", " ", "â”", "| 1 |");
    fc.assert(
      fc.property(fc.array(pieces), fc.boolean(), (words, marked) => {
        const bytes = Buffer.from((marked ? "\u{feff}" : "") + words.join(""));
        const source = decode(bytes, "x.md");
        expect(source.lineStarts).toHaveLength(source.rawLineStarts.length);
        expect(Buffer.from(encode(source.raw, source.bom))).toEqual(bytes);
        expect(source.segments).toHaveLength(source.repairs.length + 1);
      }),
    );
  });
});

describe("what is not UTF-8", () => {
  it.each([
    ["UTF-32 with its mark", [0, 0, 0xfe, 0xff, 0, 0, 0, 0x41], "it starts with a UTF-16 or UTF-32 byte order mark"],
    ["a NUL byte at the start", [0, 0x41, 0xfe, 0xff], "it holds NUL bytes"],
    ["two NUL bytes at the start", [0, 0, 0x41, 0xff], "it holds NUL bytes"],
    ["half of a mark of UTF-32", [0, 0, 0xfe, 0x41], "it holds NUL bytes"],
    ["half of a mark of UTF-16", [0xff, 0x41, 0], "it holds NUL bytes"],
  ])("%s is named for what it is", (_, bytes, why) => {
    expect(refusal(Uint8Array.from(bytes)).message).toContain(why);
  });

  it("is listed in the order of the text, whether it was lost or is a sign that nobody can tell", () => {
    const source = decode(
      Buffer.concat([Buffer.from("# âœ… a\n\nb "), Buffer.of(0xfc), Buffer.from(" c â\u009d d\n")]),
      "x.md",
    );
    const starts = source.unrepaired.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(source.unrepaired.map(({ start, end }) => source.text.slice(start, end))).toContain("\u{fffd}");
  });
});

describe("decodeText", () => {
  it.each(["bom.md", "two-boms.md", "bom-crlf-mojibake.md", "latin-1.md", "crlf.md"])(
    "reads %s as decode does",
    (name) => {
      expect(decodeText(fixture(name), name)).toBe(decode(fixture(name), name).text);
    },
  );
});
