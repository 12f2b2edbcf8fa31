import { closeSync, openSync } from "node:fs";
import { tmpdir } from "node:os";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readStream } from "../../src/fs/read-stream.js";

test("all chunks are put together", async () => {
  const stream = Readable.from([Buffer.from("ab"), Buffer.from("c")]);
  expect(Buffer.from(await readStream(stream, 3)).toString()).toBe("abc");
});

test("one byte too many is an input error", async () => {
  const stream = Readable.from([Buffer.from("ab"), Buffer.from("c")]);
  await expect(readStream(stream, 2)).rejects.toMatchObject({ kind: "input", message: "is larger than 2 bytes" });
});

test.skipIf(process.platform === "win32")("a directory is an input error", async () => {
  const fd = openSync(tmpdir(), "r");
  const stream = Object.assign(Readable.from([]), { fd });
  await expect(readStream(stream, 10)).rejects.toThrow("is a directory, not a file");
  closeSync(fd);
});

test("an error of the stream is put in words", async () => {
  const stream = new Readable({
    read() {
      this.destroy(Object.assign(new Error("system text"), { code: "EISDIR" }));
    },
  });
  await expect(readStream(stream, 10)).rejects.toThrow("is a directory, not a file");
});
