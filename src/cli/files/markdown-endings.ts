/** The endings that a file of markdown has here. */
export const MARKDOWN_ENDINGS = ["md", "markdown", "mdown", "mkd", "mkdn"] as const;

/** The names of files of markdown. */
export const MARKDOWN = /\.(md|markdown|mdown|mkdn?)$/i;
