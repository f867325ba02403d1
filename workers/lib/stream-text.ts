/** Texts as a stream of bytes, each made when it is asked for. It can cross from an object to the Worker. */
export function streamText(texts: Iterable<string>): ReadableStream<Uint8Array> {
  const iterator = texts[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    type: "bytes",
    pull(controller) {
      for (;;) {
        const { done, value } = iterator.next();
        if (done === true) break;
        if (value === "") continue;
        controller.enqueue(encoder.encode(value));
        return;
      }
      controller.close();
      // A reader that brought its own buffer waits for it to come back, also at the end.
      controller.byobRequest?.respond(0);
    },
  });
}
