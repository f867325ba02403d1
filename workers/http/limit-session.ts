import { createMiddleware } from "hono/factory";
import { getNow } from "#lib/get-now.ts";
import { countRequest } from "./count-request.ts";
import { getAuth } from "./get-auth.ts";
import type { HonoEnv } from "./hono.ts";

/** Counts what better-auth answers to whoever is signed in, as our own routes are counted. */
export const limitSession = createMiddleware<HonoEnv>(async (c, next) => {
  // Left to better-auth, whose answer carries the cookie along.
  const query = { disableRefresh: true };
  const found = await getAuth(c.env).api.getSession({ headers: c.req.raw.headers, query });
  c.set("signedInAs", found?.user.id ?? null);
  if (found !== null) await countRequest(c.env, found.user.id, await getNow(c.env));
  await next();
});
