import { createMiddleware } from "hono/factory";
import { getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import type { HonoEnv } from "./hono.ts";

/** Browsers send a session's cookie along with what another site made them post; only the dashboard's own pages may change anything. */
export const requireDashboardOrigin = createMiddleware<HonoEnv>(async (c, next) => {
  const changes = !["GET", "HEAD"].includes(c.req.method);
  const { origin } = new URL(getConfig(c.env).dashboardUrl);
  if (changes && c.req.header("origin") !== origin) throw new AppError("origin_not_allowed");
  await next();
});
