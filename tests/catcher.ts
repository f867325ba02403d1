import { env } from "cloudflare:workers";
import { z } from "zod";

const Requests = z.object({
  requests: z.array(z.object({ headers: z.record(z.string(), z.string()), body: z.string() })),
});

const Body = z.object({ type: z.string(), timestamp: z.string(), data: z.record(z.string(), z.unknown()) });

/** An address of its own in the sandbox for one test, and what arrived there, oldest first. */
export function createCatcher() {
  const url = `https://sandbox.test/catcher/${crypto.randomUUID()}`;
  return {
    url,
    async list() {
      const answer = await env.SANDBOX.fetch(url);
      const { requests } = Requests.parse(await answer.json());
      return requests.map(({ headers, body }) => ({ headers, body, event: Body.parse(JSON.parse(body)) }));
    },
  };
}
