import { z } from "zod";
import type { Endpoint } from "../core/endpoint.ts";
import type { StripeRequest } from "../router.ts";
import { requireAccount } from "./authenticate.ts";
import { decodeForm } from "./decode-form.ts";
import { expand } from "./expand.ts";
import { parseParams } from "./parse-params.ts";

const Expansion = z.looseObject({ expand: z.array(z.string()).default([]) });

/** From the request on the wire to the endpoint, and back. */
export async function answer(c: StripeRequest, endpoint: Endpoint): Promise<Response> {
  const account = requireAccount(c.env.world.stripe, c.req.header("Authorization"));
  const encoded = c.req.method === "POST" ? await c.req.text() : new URL(c.req.url).search.slice(1);
  const { expand: paths, ...params } = Expansion.parse(decodeForm(encoded));
  const cause = {
    id: account.db.newId("req_", 14),
    idempotency_key: c.req.header("Idempotency-Key") ?? null,
  };
  const object = account.act(c.env.world.clock.now(), cause, (ctx) =>
    endpoint.handle(ctx, parseParams(endpoint.params, params), c.req.param()),
  );
  return c.json(expand(account.db, object, paths), 200, { "Request-Id": cause.id });
}
