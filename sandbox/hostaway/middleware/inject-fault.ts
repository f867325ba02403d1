import { createMiddleware } from "hono/factory";
import { type HostawayEnv, pathOf } from "#sandbox/hostaway/context.ts";
import { failure, HostawayFail } from "#sandbox/hostaway/envelope.ts";
import type { Fault } from "#sandbox/hostaway/faults.ts";
import type { HostawaySettings } from "#sandbox/hostaway/settings.ts";

const beyondAnyTimeout = 120_000;
const dripPieces = 20;
const json = { "Content-Type": "application/json" };

/** Faults take real time, whatever the sandbox's clock does. */
export const injectFault = createMiddleware<HostawayEnv>(async (c, next) => {
  const fault = c.env.world.hostaway.faults.take(c.var.claimedAccount, c.req.method, pathOf(c));
  if (!fault) return next();
  const answer = async () => {
    await next();
    return c.res;
  };
  c.res = await faulty(fault, answer, c.var.settings);
});

async function faulty(
  { kind, status, ms }: Fault,
  answer: () => Promise<Response>,
  settings: HostawaySettings,
): Promise<Response> {
  switch (kind) {
    case "latency":
      await scheduler.wait(ms ?? 1000);
      return answer();
    case "error":
      return failure(new HostawayFail(status ?? 500, "Something went wrong"), settings);
    case "truncated":
      return truncate(await answer());
    case "html":
      return htmlError(status ?? 502);
    case "empty":
      return new Response("", { status: status ?? 200, headers: json });
    case "drip":
      return drip(await answer(), ms ?? 2000);
    case "hang":
      await scheduler.wait(ms ?? beyondAnyTimeout);
      return htmlError(504);
  }
}

async function truncate(whole: Response): Promise<Response> {
  const text = await whole.text();
  return new Response(text.slice(0, text.length / 2), { status: whole.status, headers: json });
}

function htmlError(status: number): Response {
  const html = `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>`;
  return new Response(html, { status, headers: { "Content-Type": "text/html" } });
}

async function drip(whole: Response, ms: number): Promise<Response> {
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const pieceSize = Math.ceil(bytes.length / dripPieces);
  let sent = 0;
  const slowly = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await scheduler.wait(ms / dripPieces);
      controller.enqueue(bytes.slice(sent, sent + pieceSize));
      sent += pieceSize;
      if (sent >= bytes.length) controller.close();
    },
  });
  return new Response(slowly, { status: whole.status, headers: json });
}
