type Bytes = ReadableStream<Uint8Array>;

/** One stream after the other, as fast as it is taken. */
export function joinStreams(streams: Iterable<Bytes>): Bytes {
  const chunks = readChunks(streams);
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

async function* readChunks(streams: Iterable<Bytes>): AsyncGenerator<Uint8Array, undefined> {
  for (const stream of streams) yield* stream;
}
