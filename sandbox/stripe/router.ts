import { Hono, type Context as HonoContext } from "hono";
import type { SandboxBindings } from "#sandbox/app.ts";
import { watchContract } from "./contract/watch-contract.ts";
import { invalidRequest } from "./core/errors.ts";
import { endpoints } from "./endpoints.ts";
import { injectFaults } from "./faults/inject-faults.ts";
import type { RequestFaults } from "./faults/take-faults.ts";
import type { StripeKey } from "./state.ts";
import { answer } from "./wire/answer.ts";
import { holdKey } from "./wire/hold-key.ts";
import { identify } from "./wire/identify.ts";
import { limitBody } from "./wire/limit-body.ts";
import { toErrorReply, toResponse } from "./wire/reply.ts";

export interface StripeEnv {
  Bindings: SandboxBindings;
  Variables: { requestId: string; key: StripeKey | undefined; faults: RequestFaults };
}
export type StripeRequest = HonoContext<StripeEnv>;

export const stripe = new Hono<StripeEnv>()
  .onError((error) => toResponse(toErrorReply(error)))
  .notFound((c) => {
    const message = `Unrecognized request URL (${c.req.method}: ${c.req.path}).`;
    return toResponse(toErrorReply(invalidRequest(message, { status: 404 })));
  })
  .use(identify, limitBody, holdKey, injectFaults, watchContract);

for (const endpoint of endpoints) stripe.on(endpoint.method, endpoint.path, (c) => answer(c, endpoint));
