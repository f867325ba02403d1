import { z } from "zod";
import { endpoint } from "../../core/endpoint.ts";
import { cancelDeliveries } from "./cancel-deliveries.ts";

export const deleteWebhookEndpoint = endpoint(
  "DELETE",
  "/v1/webhook_endpoints/:webhook",
  z.strictObject({}),
  ({ db }, _, ids) => {
    const { id, object } = db.webhookEndpoints.get(ids.webhook);
    cancelDeliveries(db, id);
    db.webhookEndpoints.remove(id);
    return { id, object, deleted: true };
  },
);
