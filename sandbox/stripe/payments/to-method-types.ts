const bankDebits: Record<string, "us_bank_account" | "sepa_debit"> = {
  usd: "us_bank_account",
  eur: "sepa_debit",
};

export interface MethodTypeChoice {
  payment_method_types?: string[];
  allowed_payment_method_types?: string[] | null;
  excluded_payment_method_types?: string[] | null;
}

/** What can be paid with: cards, and the bank debit of the currency if there is one, as far as the caller lets them. */
export function toMethodTypes(currency: string, choice: MethodTypeChoice = {}): string[] {
  const debit = bankDebits[currency];
  const offered = debit ? ["card", debit] : ["card"];
  const wanted = choice.payment_method_types ?? choice.allowed_payment_method_types ?? offered;
  return offered.filter(
    (type) => wanted.includes(type) && !choice.excluded_payment_method_types?.includes(type),
  );
}
