import { describe, expect, test } from "vitest";
import { readLegend } from "../../src/parse/legend.js";
import { readReport } from "../helpers/check-text.js";

const marksOf = (text: string): [string, string][] => [...readLegend(text).marks];

describe("a legend is read", () => {
  test.each([
    ["Legend: 🟢 = done, 🔴 = blocked"],
    ["**Legend:** 🟢 done | 🔴 blocked"],
    ["Status key: done: 🟢, blocked: 🔴"],
    ["## Légende\n\n- 🟢 terminé\n- 🔴 bloqué\n"],
    ["**图例**：\n\n| 符号 | 含义 |\n|---|---|\n| 🟢 | 已完成 |\n| 🔴 | 阻塞 |\n"],
    ["| Symbol | Meaning |\n|---|---|\n| :green_circle: | Done |\n| :red_circle: | Blocked |\n"],
    ["🟢 = done, 🔴 = blocked"],
  ])("from %j", (text) => {
    expect(marksOf(text)).toEqual([
      ["🟢", "done"],
      ["🔴", "blocked"],
    ]);
  });

  test("and a sense that is no status makes the mark unknown", () => {
    expect(marksOf("Legend: ✅ = all boxes tidy, ⏳ = waiting")).toEqual([
      ["✅", "unknown"],
      ["⏳", "blocked"],
    ]);
  });
});

test.each([
  "✅ Roof = done",
  "Key: ABC-1",
  "| Task | Status |\n|---|---|\n| Roof | ✅ |\n",
  "## Key\n\n- Roof ✅\n- Floor\n",
])("no legend in %j", (text) => {
  expect(readLegend(text).ranges).toEqual([]);
});

test("a legend holds no items, and its marks rule the report", () => {
  const report = readReport(
    "# Board\n\n## Legend\n\n- 🔴 done\n- ⏳ waiting\n\n## Tasks\n\n- 🔴 Roof\n- ⏳ Floor\n\n| Task | Status |\n|---|---|\n| Wall | 🔴 |\n",
  );
  expect(report.items.map((i) => [i.title, i.status])).toEqual([
    ["Wall", "done"],
    ["Floor", "blocked"],
  ]);
});
