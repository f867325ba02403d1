import type { PaymentMethod } from "../core/objects.ts";

/** How people know it: `Visa •••• 4242`. */
export function toMethodName({ card, us_bank_account, sepa_debit, type }: PaymentMethod): string {
  if (card) return `${card.brand.charAt(0).toUpperCase()}${card.brand.slice(1)} •••• ${card.last4}`;
  const last4 = us_bank_account?.last4 ?? sepa_debit?.last4;
  return last4 ? `Bank account •••• ${last4}` : type;
}
