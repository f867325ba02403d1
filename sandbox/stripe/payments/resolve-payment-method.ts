import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { PaymentMethod } from "../core/objects.ts";
import { createPaymentMethod } from "./create-payment-method.ts";
import { findUsAccountNumber, workingIban } from "./test-bank-accounts.ts";
import { findCardByName } from "./test-cards.ts";

/** The payment method of this id; a magic id (`pm_card_visa`) becomes a fresh one each time it is used. */
export function resolvePaymentMethod(ctx: Context, id: string, param?: string): PaymentMethod {
  const method = toMagic(ctx, id) ?? ctx.db.paymentMethods.get(id, param);
  if (ctx.db.paymentMethodRecords.get(method.id).spent)
    throw invalidRequest(
      "This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.",
    );
  return method;
}

function toMagic(ctx: Context, id: string): PaymentMethod | undefined {
  const card = id.startsWith("pm_card_") ? findCardByName(id.slice("pm_card_".length)) : undefined;
  if (card) return createPaymentMethod(ctx, { type: "card", card });
  const account = findUsAccountNumber(id);
  if (account) return createPaymentMethod(ctx, { type: "us_bank_account", number: account });
  if (id === "pm_sepaDebit") return createPaymentMethod(ctx, { type: "sepa_debit", number: workingIban });
}
