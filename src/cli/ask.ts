import { createInterface } from "node:readline";

/** Asks on stderr, so that stdout stays free for what is asked for; undefined when the input has ended. */
export function askOnce({ stdin, stderr }: NodeJS.Process, question: string): Promise<string | undefined> {
  const reader = createInterface({ input: stdin, output: stderr });
  return new Promise((settle) => {
    reader.once("close", () => settle(undefined));
    reader.question(question, (answer) => {
      settle(answer);
      reader.close();
    });
  });
}
