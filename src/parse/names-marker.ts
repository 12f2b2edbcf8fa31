/** Whether a text names a marker at all: a quick look, before it is parsed. */
export function namesMarker(text: string): boolean {
  return text.includes("<!-- blockers:begin");
}
