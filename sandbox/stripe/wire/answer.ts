import { isKnownToStripe } from "../contract/validate.ts";
import type { Endpoint } from "../core/endpoint.ts";
import { refuse } from "../faults/refuse.ts";
import { rememberBase } from "../pages/urls.ts";
import type { StripeRequest } from "../router.ts";
import { assertPermitted, noKey } from "./authenticate.ts";
import { expand } from "./expand.ts";
import { assertBelowRate, assertBelowWriteLimits } from "./limits.ts";
import { once } from "./once.ts";
import { parseParams } from "./parse-params.ts";
import { readCall } from "./read-call.ts";
import { toResponse } from "./reply.ts";

/** From the request on the wire to the endpoint, and back. */
export async function answer(c: StripeRequest, endpoint: Endpoint): Promise<Response> {
  const { clock, stripe } = c.env.world;
  const { key, requestId: request, faults } = c.var;
  if (!key) throw noKey(c.req.header("Authorization"));
  const account = stripe.get(key.account);
  assertPermitted(key, c.req.method, c.req.path);
  const call = await readCall(c);
  assertBelowRate(account, call.path, clock.now());
  const isStripes = (name: string) => isKnownToStripe(endpoint.method, endpoint.path, name);
  const params = parseParams(endpoint.params, call.params, call.version, isStripes);

  const execute = () =>
    account.act(clock.now(), { id: request, idempotency_key: call.idempotencyKey ?? null }, (ctx) => {
      rememberBase(ctx, c.req.url);
      refuse(faults, "before");
      const object = endpoint.handle(ctx, params, c.req.param());
      assertBelowWriteLimits(account, ctx, clock.now());
      refuse(faults, "after");
      return expand(account.db, object, call.expand);
    });
  return toResponse(once(account, call, { request, now: clock.now() }, execute));
}
