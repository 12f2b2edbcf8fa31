import type { Root } from "mdast";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { remark } from "remark";
import type { Processor } from "unified";

/** Tables, task lists and front matter: what reports are made of, and nothing more, for speed. */
function reportSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), gfmTaskListItem(), frontmatter(["yaml", "toml"])];
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    frontmatterFromMarkdown(["yaml", "toml"]),
  ];
}

const processor = remark().use(reportSyntax).freeze();

/** What the program's own parser must equal. */
export function parseWithRemark(text: string): Root {
  return processor.parse(text);
}
