import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";

const Params = z.strictObject({
  cancellation_reason: z.enum(["abandoned", "duplicate", "requested_by_customer"]).optional(),
});

export const cancelSetup = endpoint(
  "POST",
  "/v1/setup_intents/:intent/cancel",
  Params,
  (ctx, params, ids) => {
    const { id, status, customer } = ctx.db.setupIntents.get(ids.intent);
    if (status === "succeeded" || status === "canceled")
      throw invalidRequest(
        `You cannot cancel this SetupIntent because it has a status of ${status}. Only a SetupIntent with one of the following statuses may be canceled: requires_payment_method, requires_confirmation, requires_action.`,
        { code: "setup_intent_unexpected_state" },
      );
    const canceled = ctx.db.setupIntents.change(id, {
      status: "canceled",
      cancellation_reason: params.cancellation_reason ?? null,
      next_action: null,
    });
    ctx.emit("setup_intent.canceled", canceled, { customer });
    return canceled;
  },
);
