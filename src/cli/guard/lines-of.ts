/** Hands on the lines of what comes in pieces, each with its line feed. */
export class LinesOf {
  private rest = "";

  constructor(private readonly onLine: (line: string) => void) {}

  take(chunk: string): void {
    const lines = (this.rest + chunk).split("\n");
    this.rest = lines.pop() ?? "";
    for (const line of lines) this.onLine(`${line}\n`);
  }

  /** Hands on what no line feed ended. */
  end(): void {
    if (this.rest !== "") this.onLine(this.rest);
    this.rest = "";
  }
}

/** How V8 and Node start to say that memory has run out, or that something is broken. */
const LAST_WORDS = /^(?:<--- Last few GCs --->|#$|# Fatal |FATAL ERROR: |----- Native stack trace -----)/;

/** Tells what a run says for the first time from what one before it has said. */
export class Unsaid {
  /** How often each line was said by the run that said it most often. */
  private readonly known = new Map<string, number>();
  private counts = new Map<string, number>();
  private isDying = false;
  /** Empty lines, which V8's last words start with. */
  private held = 0;

  constructor(said: string) {
    for (const line of said.split(/(?<=\n)/)) this.isNew(line);
  }

  /** Another run begins. */
  begin(): void {
    this.counts = new Map();
    this.isDying = false;
    this.held = 0;
  }

  /** The text to say for a line, and for empty ones before it; nothing for what was said before. */
  of(line: string): string {
    if (line === "\n") {
      this.held++;
      return "";
    }
    this.isDying ||= LAST_WORDS.test(line.trimEnd());
    const text = `${"\n".repeat(this.held)}${line}`;
    this.held = 0;
    return !this.isDying && this.isNew(line) ? text : "";
  }

  private isNew(line: string): boolean {
    const count = (this.counts.get(line) ?? 0) + 1;
    this.counts.set(line, count);
    if (count <= (this.known.get(line) ?? 0)) return false;
    this.known.set(line, count);
    return true;
  }
}
