import { cancelEndpoint } from "./cancel-endpoint.ts";
import { createEndpoint } from "./create-endpoint.ts";
import { deleteSubscriptionDiscount } from "./delete-discount.ts";
import { itemEndpoints } from "./item-endpoints.ts";
import { listSubscriptions } from "./list-subscriptions.ts";
import { migrateEndpoint } from "./migrate-endpoint.ts";
import { pauseEndpoint } from "./pause-endpoint.ts";
import { resumeEndpoint } from "./resume-endpoint.ts";
import { retrieveSubscription } from "./retrieve-subscription.ts";
import { updateEndpoint } from "./update-endpoint.ts";

export const subscriptionEndpoints = [
  createEndpoint,
  listSubscriptions,
  retrieveSubscription,
  updateEndpoint,
  cancelEndpoint,
  deleteSubscriptionDiscount,
  migrateEndpoint,
  pauseEndpoint,
  resumeEndpoint,
  ...itemEndpoints,
];
