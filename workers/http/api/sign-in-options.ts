import { createRoute, z } from "@hono/zod-openapi";
import { getConfig } from "#env.ts";
import { createApi } from "../hono.ts";
import { json } from "./schemas.ts";

const Provider = z.enum(["google", "github"]);

const route = createRoute({
  method: "get",
  path: "/api/v1/sign-in-options",
  operationId: "getSignInOptions",
  summary: "The providers that people can sign in with, besides password and e-mailed link",
  security: [],
  responses: { 200: json("What is turned on here", z.object({ providers: z.array(Provider) })) },
});

/** Open to everybody: the sign-in page asks before anybody is signed in. */
export const signInOptions = createApi().openapi(route, (c) => {
  const { signInProviders } = getConfig(c.env);
  return c.json({ providers: Provider.options.filter((id) => signInProviders[id] !== undefined) }, 200);
});
