const RUN = /^[\p{L}\p{N}]+/u;

/** The letters and digits that a text starts with, by hand as far as they are of ASCII; "" where it starts with a sign. */
export function firstRun(text: string): string {
  let end = 0;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code > 127) return RUN.exec(text)?.[0] ?? "";
    if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90))) break;
  }
  return text.slice(0, end);
}
