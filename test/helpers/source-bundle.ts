import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/** A module of the source with all it imports, as the text of one ES module, for a process that cannot read TypeScript. */
export async function sourceBundle(path: string): Promise<string> {
  const input = fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
  const built = await rolldown({ input, platform: "node" });
  const { output } = await built.generate({ codeSplitting: false });
  await built.close();
  return output[0].code;
}
