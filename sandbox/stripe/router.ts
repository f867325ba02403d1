import { Hono, type Context as HonoContext } from "hono";
import type { SandboxBindings } from "#sandbox/app.ts";
import type { Endpoint } from "./core/endpoint.ts";
import { invalidRequest, StripeError } from "./core/errors.ts";
import { endpoints } from "./endpoints.ts";
import { answer } from "./wire/answer.ts";

type StripeApp = Hono<{ Bindings: SandboxBindings }>;
export type StripeRequest = HonoContext<{ Bindings: SandboxBindings }>;

export const stripe: StripeApp = new Hono<{ Bindings: SandboxBindings }>()
  .onError((error) => {
    if (error instanceof StripeError) return Response.json({ error: error.body }, { status: error.status });
    throw error;
  })
  .notFound((c) => {
    const { body } = invalidRequest(`Unrecognized request URL (${c.req.method}: ${c.req.path}).`);
    return c.json({ error: body }, 404);
  });

for (const endpoint of endpoints) register(endpoint);

function register(endpoint: Endpoint): void {
  stripe.on(endpoint.method, endpoint.path, (c) => answer(c, endpoint));
}
