/** So long pieces are left out, in milliseconds: a case may be objected to because it takes long. */
const LONGEST = 60_000;

/** Something smaller that still fails: pieces are left out, halves first, as long as `fails` holds of the rest. */
export async function reduce(bytes: Buffer, fails: (bytes: Buffer) => Promise<boolean>): Promise<Buffer> {
  const isUtf8 = Buffer.from(bytes.toString("utf8")).equals(bytes);
  if (!isUtf8) return Buffer.from(await without([...bytes], async (rest) => fails(Buffer.from(rest))));
  const failsAs = (joiner: string) => (rest: readonly string[]) => fails(Buffer.from(rest.join(joiner)));
  const lines = await without(bytes.toString("utf8").split("\n"), failsAs("\n"));
  const characters = await without([...lines.join("\n")], failsAs(""));
  return Buffer.from(characters.join(""));
}

/** No single one of the parts that stay can be left out, if there was time enough. */
async function without<T>(all: readonly T[], fails: (rest: readonly T[]) => Promise<boolean>): Promise<readonly T[]> {
  let left = all;
  const end = performance.now() + LONGEST / 2;
  for (let size = Math.ceil(all.length / 2); size >= 1 && performance.now() < end; ) {
    let smaller = false;
    for (let at = 0; at < left.length && performance.now() < end; ) {
      const rest = [...left.slice(0, at), ...left.slice(at + size)];
      if (rest.length < left.length && (await fails(rest))) {
        left = rest;
        smaller = true;
      } else at += size;
    }
    if (size > 1) size = Math.floor(size / 2);
    else if (!smaller) break;
  }
  return left;
}
