import { getConfig } from "#env.ts";
import { activity } from "./http/api/activity.ts";
import { authorizations } from "./http/api/authorizations.ts";
import { billingChange } from "./http/api/billing/change.ts";
import { billingCheckout } from "./http/api/billing/checkout.ts";
import { drifts } from "./http/api/billing/drifts.ts";
import { billingHistory } from "./http/api/billing/history.ts";
import { invoices } from "./http/api/billing/invoices.ts";
import { billingListings } from "./http/api/billing/listings.ts";
import { billingOverage } from "./http/api/billing/overage.ts";
import { billingProfile } from "./http/api/billing/profile.ts";
import { billingSubscription } from "./http/api/billing/subscription.ts";
import { upcoming } from "./http/api/billing/upcoming.ts";
import { clientSetups } from "./http/api/client-setups.ts";
import { clients } from "./http/api/clients.ts";
import { connections } from "./http/api/connections.ts";
import { connectors } from "./http/api/connectors.ts";
import { doctor } from "./http/api/doctor.ts";
import { organizationExport } from "./http/api/export.ts";
import { grants } from "./http/api/grants.ts";
import { health } from "./http/api/health.ts";
import { invitations } from "./http/api/invitations.ts";
import { keys } from "./http/api/keys.ts";
import { legal } from "./http/api/legal.ts";
import { limits } from "./http/api/limits.ts";
import { members } from "./http/api/members.ts";
import { operator } from "./http/api/operator/operator.ts";
import { organizations } from "./http/api/organizations.ts";
import { overview } from "./http/api/overview.ts";
import { plans } from "./http/api/plans.ts";
import { receivedInvitations } from "./http/api/received-invitations.ts";
import { session } from "./http/api/session.ts";
import { sessions } from "./http/api/sessions.ts";
import { settings } from "./http/api/settings.ts";
import { signInOptions } from "./http/api/sign-in-options.ts";
import { tools } from "./http/api/tools.ts";
import { usageReport } from "./http/api/usage/report.ts";
import { usage } from "./http/api/usage/usage.ts";
import { webhooks } from "./http/api/webhooks.ts";
import { llmsText, serverJson } from "./http/discovery/discovery.ts";
import { icons } from "./http/discovery/icons.ts";
import { docs } from "./http/docs/docs.ts";
import { guardBody } from "./http/guard-body.ts";
import { handleAuth } from "./http/handle-auth.ts";
import { createApi, handleError, toNothingHere } from "./http/hono.ts";
import { limitSession } from "./http/limit-session.ts";
import { limitSignIn } from "./http/limit-sign-in.ts";
import { handleMcp } from "./http/mcp.ts";
import { oauth } from "./http/oauth/oauth.ts";
import { mountOpenApi } from "./http/openapi.ts";
import { requireDashboardOrigin } from "./http/require-dashboard-origin.ts";
import { hostawayWebhooks } from "./http/webhooks/hostaway/receive.ts";
import { stripeWebhooks } from "./http/webhooks/stripe/receive.ts";

const withKey = createApi().route("/", health).route("/", plans).route("/", tools);

/** What the network reaches: everything that a key opens. It reads no cookie. */
export const app = toApp(withKey);
mountOpenApi(app, "/openapi.json");
app.route("/", docs);
app.route("/", oauth);
app.route("/", icons);
app.route("/", serverJson);
app.route("/", llmsText);
app.route("/", hostawayWebhooks);
app.route("/", stripeWebhooks);
app.get("/", (c) => c.redirect("/docs"));
app.all("/mcp", (c) => handleMcp(c.req.raw, c.env, getConfig(c.env)));

const guarded = createApi();
guarded.use("/api/v1/*", requireDashboardOrigin, guardBody);

const withSession = guarded
  .route("/", health)
  .route("/", signInOptions)
  .route("/", plans)
  .route("/", legal)
  .route("/", connectors)
  .route("/", session)
  .route("/", sessions)
  .route("/", organizations)
  .route("/", settings)
  .route("/", limits)
  .route("/", overview)
  .route("/", members)
  .route("/", invitations)
  .route("/", receivedInvitations)
  .route("/", keys)
  .route("/", authorizations)
  .route("/", grants)
  .route("/", connections)
  .route("/", clients)
  .route("/", clientSetups)
  .route("/", doctor)
  .route("/", activity)
  .route("/", usage)
  .route("/", usageReport)
  .route("/", webhooks)
  .route("/", billingSubscription)
  .route("/", billingCheckout)
  .route("/", billingChange)
  .route("/", billingHistory)
  .route("/", billingListings)
  .route("/", billingOverage)
  .route("/", billingProfile)
  .route("/", invoices)
  .route("/", upcoming)
  .route("/", drifts)
  .route("/", organizationExport)
  .route("/", operator);

export type Api = typeof withSession;

/** What the dashboard's service binding reaches: everything that a session opens. */
export const dashboardApp = toApp(withSession);
mountOpenApi(dashboardApp, "/api/v1/openapi.json");
dashboardApp.route("/", llmsText);
dashboardApp.use("/api/v1/auth/*", limitSession, limitSignIn);
dashboardApp.all("/api/v1/auth/*", (c) => handleAuth(c.req.raw, c.env));

function toApp<App extends ReturnType<typeof createApi>>(app: App): App {
  app.notFound(() => {
    throw toNothingHere();
  });
  app.onError((error, c) => handleError(error, c.env));
  return app;
}
