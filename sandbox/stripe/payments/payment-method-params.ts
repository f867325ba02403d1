import { z } from "zod";
import type { Context } from "../core/context.ts";
import { missingParam, StripeError } from "../core/errors.ts";
import type { PaymentMethod } from "../core/objects.ts";
import { Integer, Metadata, Text } from "../wire/parameters.ts";
import { BillingDetails } from "./billing-details.ts";
import { createPaymentMethod } from "./create-payment-method.ts";
import { requireToken } from "./require-token.ts";

const Card = z.strictObject({
  number: Text.optional(),
  exp_month: Integer.optional(),
  exp_year: Integer.optional(),
  cvc: Text.optional(),
  token: Text.optional(),
});

const UsBankAccount = z.strictObject({
  account_holder_type: z.enum(["individual", "company"]).optional(),
  account_number: Text.optional(),
  account_type: z.enum(["checking", "savings"]).optional(),
  routing_number: Text.optional(),
});

export const paymentMethodFields = {
  type: z.enum(["card", "us_bank_account", "sepa_debit"]),
  card: Card.optional(),
  us_bank_account: UsBankAccount.optional(),
  sepa_debit: z.strictObject({ iban: Text }).optional(),
  billing_details: BillingDetails.optional(),
  allow_redisplay: z.enum(["always", "limited", "unspecified"]).optional(),
  metadata: Metadata.optional(),
};

/** A new payment method as a request describes it. */
export const PaymentMethodData = z.strictObject(paymentMethodFields);
export type PaymentMethodData = z.output<typeof PaymentMethodData>;

export function createFromData(ctx: Context, data: PaymentMethodData): PaymentMethod {
  const { type, billing_details, allow_redisplay } = data;
  const shared = { type, billing_details, allow_redisplay, metadata: data.metadata ?? {} };
  if (type === "card") return createPaymentMethod(ctx, { ...shared, ...toCard(ctx, data.card) });
  if (type === "us_bank_account") {
    const { account_number, routing_number } = data.us_bank_account ?? {};
    if (!account_number) throw missingParam("us_bank_account[account_number]");
    if (!routing_number) throw missingParam("us_bank_account[routing_number]");
    return createPaymentMethod(ctx, { ...shared, number: account_number });
  }
  if (!data.sepa_debit) throw missingParam("sepa_debit");
  return createPaymentMethod(ctx, { ...shared, number: data.sepa_debit.iban });
}

function toCard(ctx: Context, given: PaymentMethodData["card"]) {
  if (!given) throw missingParam("card");
  const { number, exp_month, exp_year, cvc, token } = given;
  if (token) return { card: requireToken(token, "card[token]") };
  if (!number) throw missingParam("card[number]");
  if (exp_month === undefined) throw missingParam("card[exp_month]");
  if (exp_year === undefined) throw missingParam("card[exp_year]");
  assertNotExpired(ctx, exp_month, exp_year);
  return { number, exp_month, exp_year: toFullYear(exp_year), cvc };
}

const toFullYear = (year: number) => (year < 100 ? 2000 + year : year);

function assertNotExpired(ctx: Context, month: number, year: number): void {
  if (month < 1 || month > 12) throw cardMistake("invalid_expiry_month", "exp_month", "month");
  const firstInvalid = Date.UTC(toFullYear(year), month) / 1000;
  if (firstInvalid <= ctx.wall()) throw cardMistake("invalid_expiry_year", "exp_year", "year");
}

const cardMistake = (code: string, param: string, part: string) =>
  new StripeError(402, {
    type: "card_error",
    code,
    message: `Your card's expiration ${part} is invalid.`,
    param,
  });
