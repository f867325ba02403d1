import { html } from "hono/html";
import { z } from "zod";
import type { NewPaymentMethod } from "../payments/create-payment-method.ts";
import { field } from "./field.ts";
import { testNumbers } from "./test-numbers.ts";

export const PaymentForm = z.object({
  method: z.enum(["card", "us_bank_account", "sepa_debit"]).catch("card"),
  number: z.string().trim().default(""),
  expiry: z.string().trim().default(""),
  cvc: z.string().trim().default(""),
  name: z.string().trim().max(256).default(""),
  account_number: z.string().trim().default(""),
});
export type PaymentForm = z.output<typeof PaymentForm>;
export type Errors = { [field: string]: string };

/** What can be told from the form alone. `now` is in seconds. */
export function findMistakes(form: PaymentForm, now: number): Errors {
  const errors: Errors = {};
  if (!form.name) errors.name = "Enter the name of the holder.";
  if (form.method !== "card") {
    if (!/^[A-Za-z0-9 ]{9,42}$/.test(form.account_number))
      errors.account_number = "Enter the number of the account.";
    return errors;
  }
  if (!/^[\d -]{12,23}$/.test(form.number)) errors.number = "Enter the number of the card.";
  const expiry = toExpiry(form.expiry);
  if (!expiry) errors.expiry = "Enter month and year, such as 12/34.";
  else if (Date.UTC(expiry.exp_year, expiry.exp_month) <= now * 1000)
    errors.expiry = "This card has expired.";
  if (!/^\d{3,4}$/.test(form.cvc)) errors.cvc = "Enter the 3 or 4 digits.";
  return errors;
}

/** For `createPaymentMethod`, of a form without mistakes. */
export function toNewPaymentMethod(form: PaymentForm, email: string | null): NewPaymentMethod {
  const billing_details = { name: form.name, email };
  if (form.method !== "card")
    return { type: form.method, number: form.account_number.replaceAll(" ", ""), billing_details };
  const number = form.number.replaceAll(/[ -]/g, "");
  return { type: "card", number, cvc: form.cvc, ...toExpiry(form.expiry), billing_details };
}

function toExpiry(text: string): { exp_month: number; exp_year: number } | undefined {
  const [, month, year] = /^(\d{1,2})\s*\/?\s*(\d{2}|\d{4})$/.exec(text) ?? [];
  const exp_month = Number(month);
  if (!year || exp_month < 1 || exp_month > 12) return undefined;
  return { exp_month, exp_year: year.length === 2 ? 2000 + Number(year) : Number(year) };
}

interface Shown {
  /** Card, or a bank debit too. */
  types: string[];
  form: PaymentForm;
  errors: Errors;
}

const names: Record<string, string> = {
  card: "Card",
  us_bank_account: "US bank account",
  sepa_debit: "SEPA debit",
};

/** Card and bank account. Which of them is shown follows the choice, by style alone. */
export function paymentFields({ types, form, errors }: Shown) {
  const chosen = types.includes(form.method) ? form.method : types[0];
  const debit = types.find((type) => type !== "card");
  const choices = types.map(
    (type) => html`<label class="choice"
      ><input type="radio" name="method" value="${type}"${type === chosen ? html` checked` : ""} />
      ${names[type]}</label>`,
  );
  return html`<fieldset>
      <legend>Pay with</legend>
      ${choices}
      ${types.includes("card") ? cardFields(form, errors) : ""}
      ${debit ? bankFields(debit, form, errors) : ""}
      ${field({ name: "name", label: "Name of the holder", value: form.name, error: errors.name, autocomplete: "name" })}
    </fieldset>
    ${testNumbers(debit)}`;
}

const cardFields = (form: PaymentForm, errors: Errors) => html`<div class="own-card">
  ${field({ name: "number", label: "Card number", value: form.number, error: errors.number, autocomplete: "cc-number", inputmode: "numeric", placeholder: "4242 4242 4242 4242" })}
  <div class="row">
    ${field({ name: "expiry", label: "Expiry", value: form.expiry, error: errors.expiry, autocomplete: "cc-exp", inputmode: "numeric", placeholder: "MM/YY" })}
    ${field({ name: "cvc", label: "CVC", value: form.cvc, error: errors.cvc, autocomplete: "cc-csc", inputmode: "numeric", placeholder: "123" })}
  </div>
</div>`;

const bankFields = (debit: string, form: PaymentForm, errors: Errors) => html`<div class="bank">
  ${field({ name: "account_number", label: debit === "sepa_debit" ? "IBAN" : "Account number", value: form.account_number, error: errors.account_number })}
</div>`;
