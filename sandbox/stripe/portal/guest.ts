import type { Context } from "../core/context.ts";
import type { Customer, PortalConfiguration, PortalSession, Subscription } from "../core/objects.ts";
import { apology } from "../pages/layout.ts";
import { findVisit, type Visit } from "../pages/visit.ts";
import type { StripeRequest } from "../router.ts";
import { hasEnded } from "../subscriptions/statuses.ts";

const validSeconds = 3600;

/** Who has come through a portal link, and what they may do. */
export interface Guest {
  session: PortalSession;
  customer: Customer;
  features: PortalConfiguration["features"];
  configuration: PortalConfiguration;
  /** The path of the portal's first page, for links. */
  home: string;
  act: Visit<PortalSession>["act"];
}

type Page = (c: StripeRequest, guest: Guest) => Promise<Response> | Response;

/** Opens the portal to those whose link is right and fresh. */
export const withGuest =
  (page: Page) =>
  async (c: StripeRequest): Promise<Response> => {
    const token = c.req.param("token") ?? "";
    const visit = findVisit(c, ({ portalSessions }) => {
      const [found] = portalSessions.where(({ url }) => url.endsWith(`/portal/${token}`));
      return found;
    });
    if (!visit) return apology("Not found", "There is no such portal.", 404);
    const { item: session, act } = visit;
    const guest = act((ctx) => toGuest(ctx, session));
    if (guest) return page(c, { ...guest, act, home: `/stripe/portal/${token}` });
    const link = session.return_url ? { href: session.return_url, text: "Go back" } : undefined;
    return apology("This link has expired", "Open the portal again from where you came.", 410, link);
  };

function toGuest(ctx: Context, session: PortalSession): Omit<Guest, "act" | "home"> | null {
  const customer = ctx.db.customers.find(session.customer);
  if (!customer || ctx.wall() > session.created + validSeconds) return null;
  const configuration = ctx.db.portalConfigurations.get(session.configuration);
  return { session, customer, configuration, features: configuration.features };
}

/** The subscription in the address, if it is theirs and still runs. */
export function findSubscription(c: StripeRequest, { act, customer }: Guest): Subscription | undefined {
  const found = act(({ db }) => db.subscriptions.find(c.req.param("subscription") ?? ""));
  return found && found.customer === customer.id && !hasEnded(found) ? found : undefined;
}

export const subscriptionsOf = ({ act, customer }: Guest): Subscription[] =>
  act(({ db }) => db.subscriptions.by("customer", customer.id));
