/** Something smaller that still fails: pieces are left out, halves first, as long as `fails` holds of the rest. */
export async function reduce(bytes: Buffer, fails: (bytes: Buffer) => Promise<boolean>): Promise<Buffer> {
  const isUtf8 = Buffer.from(bytes.toString("utf8")).equals(bytes);
  if (!isUtf8) return Buffer.from(await without([...bytes], async (rest) => fails(Buffer.from(rest))));
  const failsAs = (joiner: string) => (rest: readonly string[]) => fails(Buffer.from(rest.join(joiner)));
  const lines = await without(bytes.toString("utf8").split("\n"), failsAs("\n"));
  const characters = await without([...lines.join("\n")], failsAs(""));
  return Buffer.from(characters.join(""));
}

/** No single one of the parts that stay can be left out, as long as there was time for so many tries. */
async function without<T>(all: readonly T[], fails: (rest: readonly T[]) => Promise<boolean>): Promise<readonly T[]> {
  let left = all;
  let tries = 4000;
  for (let size = Math.ceil(all.length / 2); size >= 1 && tries > 0; ) {
    let smaller = false;
    for (let at = 0; at < left.length && tries > 0; ) {
      const rest = [...left.slice(0, at), ...left.slice(at + size)];
      tries--;
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
