import type { Context as HonoContext } from "hono";
import type { Context } from "#lifecycle/change-organization.ts";
import type { HonoEnv } from "./hono.ts";

/** The member who asks, as a verb takes them. */
export function toContext(c: HonoContext<HonoEnv>): Context {
  const { by, id } = c.get("member");
  return { env: c.env, id, by };
}
