type Make = (characters: number) => string;

const times =
  (unit: string): Make =>
  (characters) =>
    unit.repeat(Math.max(1, Math.floor(characters / unit.length)));

const counted =
  (line: (at: number) => string): Make =>
  (characters) => {
    const lines: string[] = [];
    for (let [at, length] = [0, 0]; length < characters; at++) {
      const one = line(at);
      lines.push(one);
      length += one.length;
    }
    return lines.join("");
  };

const table = (head: string, delimiter: string, rows: Make): Make => {
  return (characters) => `${head}\n${delimiter}\n${rows(characters)}`;
};

/** Text that is, or once was, more than its length to some reader of markdown, or to this one; each by its length in characters. */
export const HOSTILE_MARKDOWN: Readonly<Record<string, Make>> = {
  brackets: times("["),
  "brackets that close": times("]"),
  "images in images": times("![["),
  "links that end nowhere": times("[a]("),
  "links around links": (n) => `${"[".repeat(n / 6)}a${"](b)".repeat(n / 6)}`,
  "emphasis that ends nowhere": times("*a **a "),
  "emphasis of two kinds": times("*a_ "),
  stars: times("*"),
  "stars and underscores": times("*_"),
  "words with underscores": times("_a_b "),
  "ticks of many lengths": counted((at) => `${"`".repeat(at % 300)} a`),
  "open angles": times("<"),
  comments: times("<!-- "),
  "character data": times("<![CDATA["),
  instructions: times("<?"),
  attributes: (n) => `<a ${times('b="')(n)}`,
  ampersands: times("&"),
  "character references": times("&#"),
  "a row of pipes": (n) => `${times("|")(n / 2)}\n${times("|-")(n / 2)}|`,
  "a wide table": (n) => `${times("|a")(n / 3)}|\n${times("|-")(n / 3)}|\n${times("|1")(n / 3)}|\n`,
  "short rows in a wide table": (n) => {
    const columns = Math.floor(Math.sqrt(n) / 2);
    return `${"|a".repeat(columns)}|\n${"|-".repeat(columns)}|\n${times("|x|\n")(n)}`;
  },
  "a long column and its total": (n) =>
    `${table("|Item|Lines|", "|-|-|", (m) => counted((at) => `|t${at}|${at % 100}|\n`)(m))(n)}|Total|5|\n`,
  "a long table of items": table("|Item|Status|", "|-|-|", (n) => counted((at) => `|t${at}|✅|\n`)(n)),
  definitions: counted((at) => `[r${at}]: u\n`),
  "lines over an underline": (n) => `${times("a\n")(n)}===`,
  fences: times("```\n"),
  tildes: times("~~~"),
  tabs: times("\t"),
  spaces: times(" "),
  hashes: times("#"),
  "lines of lists": times("- - - -\n"),
  "lines that go on a quotation": (n) => `> a\n${times("a\n")(n)}`,
  "front matter": (n) => `---\n${times("a: b\n")(n)}---\n`,
  "carriage returns": times("a\r"),
  "empty lines": times("\n"),
  digits: times("1"),
  fractions: times("1 of 2 "),
  "fractions in paragraphs": times("1 of 2\n\n"),
  percentages: times("50% (1/2) "),
  "headings of fractions": times("# 1/2 (50%)\n"),
  "headings of items": counted((at) => `## Blocker ${at}: x (DONE)\n`),
  "counts over boxes": counted((at) => `## S${at} (1/2)\n- [x] a\n- [ ] b\n`),
  dates: times("2024-01-02 "),
  "ids of commits": counted((at) => `- Commit: ${(at + 0x1000000).toString(16)}\n`),
  paths: counted((at) => `- \`src/a${at}.ts\` (12 lines)\n`),
  "words of status": times("completed "),
  "sums in words": times("1 + 1 + "),
  "equal sums": times("1+1="),
  legends: times("✅ = done, "),
  "variation selectors": times("\u{fe0f}"),
  joiners: times("a\u{200d}"),
  suppressions: times("<!-- blockers-ignore x -- y -->\n"),
  totals: times("- Total: 5 lines\n"),
  "totals of items": times("Total: 5 of 7 items\n\n"),
  fields: counted((at) => `**F${at}:** 5\n`),
  "lists in lists": times("- a\n  - b\n    - c\n"),
  "counts over lists": counted((at) => `5 files:\n- a${at}\n- b\n`),
  conflicts: times("<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n"),
  markers: times("<!-- blockers:begin table -->\n"),
  "arrows between figures": times("5 → "),
  "damaged letters": times("âœ… "),
  slashes: times("1/"),
  commas: times("1,"),
};
