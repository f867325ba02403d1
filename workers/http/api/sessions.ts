import { createRoute, z } from "@hono/zod-openapi";
import { AppError } from "#errors.ts";
import { getAuth } from "../get-auth.ts";
import { createApi } from "../hono.ts";
import { signedIn } from "../permitted.ts";
import { json, refusals } from "./schemas.ts";

const SESSIONS = "/api/v1/sessions";

const OpenSession = z
  .object({
    id: z.string(),
    isCurrent: z.boolean().describe("The one that asks"),
    createdAt: z.number(),
    lastUsedAt: z.number().describe("To the day"),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
  })
  .openapi("OpenSession");

const list = createRoute({
  method: "get",
  path: SESSIONS,
  operationId: "listSessions",
  summary: "List where you are signed in, latest first; no token is in the answer",
  ...signedIn(),
  responses: { 200: json("Your sessions", z.object({ sessions: z.array(OpenSession) })), ...refusals },
});

const end = createRoute({
  method: "delete",
  path: `${SESSIONS}/{session}`,
  operationId: "endSession",
  summary: "Sign out somewhere: the session answers 401 from its next request on",
  ...signedIn(),
  request: { params: z.object({ session: z.string().max(100) }) },
  responses: { 204: { description: "Ended" }, ...refusals },
});

/** By their ids: better-auth names a session by the token that opens it, which no page has to know. */
export const sessions = createApi()
  .openapi(list, async (c) => {
    const current = c.get("person").session;
    const found = await getAuth(c.env).api.listSessions({ headers: c.req.raw.headers });
    const rows = found
      .map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
        id,
        isCurrent: id === current,
        createdAt: createdAt.getTime(),
        lastUsedAt: updatedAt.getTime(),
        ip: ipAddress || null,
        userAgent: userAgent || null,
      }))
      .toSorted((a, b) => b.createdAt - a.createdAt);
    return c.json({ sessions: rows }, 200);
  })
  .openapi(end, async (c) => {
    const { headers } = c.req.raw;
    const { api } = getAuth(c.env);
    const { session } = c.req.valid("param");
    const found = (await api.listSessions({ headers })).find(({ id }) => id === session);
    if (found === undefined) throw new AppError("not_found", "You have no session with this id.");
    await api.revokeSession({ headers, body: { token: found.token } });
    return c.body(null, 204);
  });
