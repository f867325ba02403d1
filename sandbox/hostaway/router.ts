import { Hono } from "hono";
import { calendar } from "./calendar/routes.ts";
import type { HostawayEnv } from "./context.ts";
import { messageTemplates } from "./conversations/message-templates.ts";
import { conversations } from "./conversations/routes.ts";
import { dictionaries } from "./dictionaries/routes.ts";
import { failure, HostawayFail, notFound } from "./envelope.ts";
import { charges } from "./finance/charges.ts";
import { expenses } from "./finance/expenses.ts";
import { ownerStatements } from "./finance/owner-statements.ts";
import { reports } from "./finance/report-routes.ts";
import { finance } from "./finance/routes.ts";
import { agreements } from "./listings/agreements.ts";
import { feeSettings } from "./listings/fee-settings.ts";
import { images } from "./listings/images.ts";
import { priceSettings } from "./listings/price-settings.ts";
import { listings } from "./listings/routes.ts";
import { seasonalRules } from "./listings/seasonal-rules.ts";
import { taxes } from "./listings/taxes.ts";
import { identify } from "./middleware/identify.ts";
import { injectFault } from "./middleware/inject-fault.ts";
import { limitRequests } from "./middleware/limit-requests.ts";
import { logRequest } from "./middleware/log-request.ts";
import { requireToken } from "./middleware/require-token.ts";
import { cancellationPolicies } from "./operations/cancellation-policies.ts";
import { coupons } from "./operations/coupons.ts";
import { customFields } from "./operations/custom-fields.ts";
import { reservationCoupons } from "./operations/reservation-coupons.ts";
import { reviews } from "./operations/reviews.ts";
import { tasks } from "./operations/tasks.ts";
import { quotes } from "./quotes/routes.ts";
import { rentalAgreement } from "./reservations/rental-agreement.ts";
import { reservations } from "./reservations/routes.ts";
import { reservationStatusRoutes } from "./reservations/statuses-routes.ts";
import { accessTokens } from "./token-endpoint.ts";
import { users } from "./users.ts";
import { webhooks } from "./webhooks/routes.ts";

const ofListings = [
  listings,
  images,
  feeSettings,
  agreements,
  priceSettings,
  taxes,
  seasonalRules,
  calendar,
  quotes,
];
const ofReservations = [
  reservations,
  reservationStatusRoutes,
  rentalAgreement,
  conversations,
  messageTemplates,
];
const ofMoney = [finance, reports, ownerStatements, expenses, charges];
const ofOperations = [
  reviews,
  tasks,
  users,
  coupons,
  reservationCoupons,
  customFields,
  cancellationPolicies,
  webhooks,
  dictionaries,
];

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
for (const routes of [...ofListings, ...ofReservations, ...ofMoney, ...ofOperations]) {
  hostaway.route("/", routes);
}
