import Stripe from "stripe";
import { AppError } from "#errors.ts";
import { findOrNull } from "../setup/find-or-null.ts";
import type { BillingProfile } from "./billing-profile.ts";
import type { Contact } from "./find-contact.ts";

/** Gives Stripe what invoices are to say. False where the customer was deleted there. */
export async function writeToCustomer(
  stripe: Stripe,
  customerId: string,
  { email, name, address, taxId }: BillingProfile,
  contact: Contact,
): Promise<boolean> {
  const updating = stripe.customers.update(customerId, {
    email: email ?? contact.email ?? "",
    name: name ?? contact.organizationName ?? "",
    address: address === null ? "" : toStripeAddress(address),
    expand: ["tax_ids"],
  });
  const customer = await findOrNull(updating);
  if (customer === null || customer.deleted) return false;
  await putTaxId(stripe, customer, taxId);
  return true;
}

/** The new one first: one that Stripe refuses leaves the old one in place. */
async function putTaxId(stripe: Stripe, customer: Stripe.Customer, taxId: BillingProfile["taxId"]) {
  const present = customer.tax_ids?.data ?? [];
  const isWanted = (found: Stripe.TaxId) => found.type === taxId?.type && found.value === taxId.value;
  if (taxId !== null && !present.some(isWanted)) {
    await stripe.customers.createTaxId(customer.id, taxId).catch((thrown: unknown) => {
      if (!(thrown instanceof Stripe.errors.StripeInvalidRequestError)) throw thrown;
      throw new AppError("invalid_request", "taxId: is no valid number of this type.", { cause: thrown });
    });
  }
  for (const other of present)
    if (!isWanted(other)) await stripe.customers.deleteTaxId(customer.id, other.id);
}

function toStripeAddress({ postalCode, ...lines }: NonNullable<BillingProfile["address"]>) {
  const { line1, country } = lines;
  const { line2, city, state } = lines;
  return {
    line1,
    line2: line2 ?? "",
    city: city ?? "",
    state: state ?? "",
    postal_code: postalCode ?? "",
    country,
  };
}
