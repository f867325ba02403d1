import { createApi } from "#http/hono.ts";
import { operatorDrifts } from "./drifts.ts";
import { operatorEvents } from "./events.ts";
import { operatorHealth } from "./health.ts";
import { operatorLooks } from "./looks.ts";
import { operatorMails } from "./mails.ts";
import { operatorOrganizations } from "./organizations.ts";
import { operatorOverview } from "./overview.ts";
import { operatorPlans } from "./plans.ts";
import { operatorSuspension } from "./suspension.ts";
import { operatorWebhooks } from "./webhooks.ts";

/** For whoever runs this Latchkey. To anybody else there is nothing here. */
export const operator = createApi()
  .route("/", operatorOverview)
  .route("/", operatorOrganizations)
  .route("/", operatorSuspension)
  .route("/", operatorEvents)
  .route("/", operatorDrifts)
  .route("/", operatorMails)
  .route("/", operatorWebhooks)
  .route("/", operatorPlans)
  .route("/", operatorHealth)
  .route("/", operatorLooks);
