import type { CheckoutSession, Customer } from "../core/objects.ts";

interface Known {
  customer: Customer | null;
  email: string | null;
  name: string | null;
}

/** What the session knows of its customer; null while it knows nothing. */
export function toCustomerDetails({ customer, email, name }: Known): CheckoutSession["customer_details"] {
  if (!customer && !email) return null;
  return {
    address: customer?.address ?? null,
    business_name: null,
    email,
    individual_name: null,
    name: name ?? customer?.name ?? null,
    phone: customer?.phone ?? null,
    tax_exempt: customer?.tax_exempt ?? "none",
    tax_ids: name ? [] : null,
  };
}
