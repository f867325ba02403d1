import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { Integer, Metadata, mergeMetadata } from "../wire/parameters.ts";
import { BillingDetails, mergeBillingDetails } from "./billing-details.ts";

const Params = z.strictObject({
  allow_redisplay: z.enum(["always", "limited", "unspecified"]).optional(),
  billing_details: BillingDetails.optional(),
  card: z.strictObject({ exp_month: Integer.optional(), exp_year: Integer.optional() }).optional(),
  metadata: Metadata.optional(),
});

export const updatePaymentMethod = endpoint(
  "POST",
  "/v1/payment_methods/:method",
  Params,
  (ctx, given, ids) => {
    const before = ctx.db.paymentMethods.get(ids.method);
    if (!before.customer)
      throw invalidRequest("You must save this PaymentMethod to a customer before you can update it.");
    const method = ctx.db.paymentMethods.change(before.id, {
      allow_redisplay: given.allow_redisplay ?? before.allow_redisplay,
      billing_details: mergeBillingDetails(before.billing_details, given.billing_details),
      metadata: mergeMetadata(before.metadata ?? {}, given.metadata),
      ...(before.card && { card: { ...before.card, ...given.card } }),
    });
    ctx.emit("payment_method.updated", method, { before, customer: method.customer });
    return method;
  },
);
