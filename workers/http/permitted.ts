import { createMiddleware } from "hono/factory";
import type { Permission } from "#directory/roles.ts";
import type { HonoEnv } from "./hono.ts";
import { requireMember } from "./require-member.ts";

/** What a route below `/api/v1/organizations/{organization}` says of who may use it: enforced, and written into the OpenAPI document. */
export function permitted(permission: Permission) {
  const middleware = createMiddleware<HonoEnv>(async (c, next) => {
    const organization = c.req.param("organization") ?? "";
    c.set("member", await requireMember(c.env, c.req.raw.headers, organization, permission));
    await next();
  });
  const security: Record<string, string[]>[] = [{ session: [] }];
  return { middleware, security, "x-permission": permission };
}
