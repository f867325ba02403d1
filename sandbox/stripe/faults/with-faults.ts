import type { RequestFaults } from "./take-faults.ts";

/**
 * Answers as the faults have it; what goes wrong inside the call is `refuse`'s. Faults take real time, whatever the
 * clocks say. `deliver` makes the webhook requests that are due and waits for them.
 */
export async function withFaults(
  { latency, early, cut, slow_body }: RequestFaults,
  answer: () => Response | Promise<Response>,
  deliver: () => Promise<void>,
): Promise<Response> {
  if (latency) await scheduler.wait(latency.ms);
  const response = await answer();
  if (early) await deliver();
  if (!cut && !slow_body) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return new Response(cut ? cutOff(bytes) : drip(bytes, slow_body?.ms ?? 0), response);
}

/** Breaks off, which is how a connection looks that was cut when the answer was on its way. */
function cutOff(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes.slice(0, bytes.length / 2)),
    pull: (controller) => controller.error(new Error("The connection was cut")),
  });
}

const pieces = 10;

/** In pieces that take `ms` together. */
function drip(bytes: Uint8Array, ms: number): ReadableStream<Uint8Array> {
  const size = Math.ceil(bytes.length / pieces);
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      await scheduler.wait(ms / pieces);
      controller.enqueue(bytes.slice(sent, sent + size));
      sent += size;
      if (sent >= bytes.length) controller.close();
    },
  });
}
