/** One word for a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The same, without quotes where none are needed: for commands that people read. */
export function readableWord(text: string): string {
  return /^[\w./@:+,-]+$/.test(text) && !text.startsWith("-") ? text : shellWord(text);
}
