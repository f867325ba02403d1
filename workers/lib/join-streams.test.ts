import { expect, test } from "vitest";
import { joinStreams } from "./join-streams.ts";
import { streamText } from "./stream-text.ts";

const readAll = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();

test("streams come one after the other, and empty texts do not end them", async () => {
  const joined = joinStreams([streamText(["a", "", "b"]), streamText([]), streamText(["", "c"])]);
  expect(await readAll(joined)).toBe("abc");
  expect(await readAll(joinStreams([]))).toBe("");
});

test("nothing is made before it is asked for", async () => {
  const made: string[] = [];
  function* make(text: string) {
    made.push(text);
    yield text;
  }
  const reader = joinStreams([streamText(make("first")), streamText(make("second"))]).getReader();
  await reader.read();
  expect(made).not.toContain("second");
  await reader.cancel();
  expect(made).not.toContain("second");
});

test("a stream that fails fails the whole, so that half a file is not taken for all of it", async () => {
  function* fail() {
    yield "a";
    throw new Error("gone");
  }
  await expect(readAll(joinStreams([streamText(fail()), streamText(["b"])]))).rejects.toThrow("gone");
});
