import { Hono } from "hono";
import { calendar } from "./calendar/routes.ts";
import type { HostawayEnv } from "./context.ts";
import { conversations } from "./conversations/routes.ts";
import { dictionaries } from "./dictionaries/routes.ts";
import { failure, HostawayFail, notFound } from "./envelope.ts";
import { listings } from "./listings/routes.ts";
import { identify } from "./middleware/identify.ts";
import { injectFault } from "./middleware/inject-fault.ts";
import { limitRequests } from "./middleware/limit-requests.ts";
import { logRequest } from "./middleware/log-request.ts";
import { requireToken } from "./middleware/require-token.ts";
import { reservations } from "./reservations/routes.ts";
import { accessTokens } from "./token-endpoint.ts";
import { users } from "./users.ts";

/** The Hostaway API v1. */
export const hostaway = new Hono<HostawayEnv>()
  .basePath("/hostaway/v1")
  .onError((error, c) => {
    if (error instanceof HostawayFail) return failure(error, c.var.settings);
    throw error;
  })
  .notFound((c) => failure(notFound(), c.var.settings));

hostaway.use(identify, logRequest, limitRequests, injectFault);
hostaway.route("/accessTokens", accessTokens);
hostaway.use(requireToken);
for (const routes of [listings, calendar, reservations, conversations, users, dictionaries]) {
  hostaway.route("/", routes);
}
