import { createRoute, z } from "@hono/zod-openapi";
import { getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { OrgId } from "#ids.ts";
import { getNow } from "#lib/get-now.ts";
import { version } from "#lib/version.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { createApi } from "../hono.ts";
import { readKey } from "../read-credential.ts";
import { refusal, security } from "./schemas.ts";

const route = createRoute({
  method: "get",
  path: "/api/health",
  operationId: "getHealth",
  summary: "Is the service up, and whose key is this?",
  security: [{}, ...security],
  responses: {
    200: {
      description: "Up. With a key, also the organization that it belongs to",
      content: {
        "application/json": {
          schema: z.object({
            status: z.literal("ok"),
            version: z.string(),
            mcp: z.url(),
            time: z.iso.datetime(),
            org_id: OrgId.optional(),
          }),
        },
      },
    },
    401: refusal,
    403: refusal,
  },
});

export const health = createApi().openapi(route, async (c) => {
  const { apiUrl, keyRing } = getConfig(c.env);
  const time = new Date(await getNow(c.env)).toISOString();
  const up = { status: "ok", version, mcp: `${apiUrl}/mcp`, time } as const;
  const credential = findCredential(c.req.raw.headers, keyRing);
  if (credential === null) return c.json(up, 200);
  const ip = c.req.header("cf-connecting-ip");
  const identified = await getOrganization(c.env, credential.organization).identify(credential.key, ip);
  return c.json({ ...up, org_id: throwReceipt(identified).id }, 200);
});

/** A key is welcome here but not needed; a wrong one is refused all the same. */
function findCredential(...[headers, keyRing]: Parameters<typeof readKey>) {
  try {
    return readKey(headers, keyRing);
  } catch (error) {
    if (error instanceof AppError && error.code === "missing_credential") return null;
    throw error;
  }
}
