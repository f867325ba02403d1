import { z } from "zod";
import { Name } from "#lib/name.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";

const Line = z.string().trim().min(1).max(200);

const Address = z.strictObject({
  line1: Line,
  line2: Line.nullable().default(null),
  city: Line.nullable().default(null),
  state: Line.nullable().default(null),
  postalCode: z.string().trim().min(1).max(20).nullable().default(null),
  country: z.string().regex(/^[A-Z]{2}$/, "must be a country's two letters, such as US"),
});

const TaxId = z.strictObject({
  type: z.string().regex(/^[a-z]{2}_[a-z_]{2,20}$/, "must be a type of Stripe's, such as eu_vat or us_ein"),
  value: z.string().trim().min(1).max(50),
});

/** What invoices say of whoever pays them. Null: nobody has said, and the organization's name and its owner's address stand in. */
export const BillingProfile = z.strictObject({
  email: z.email().max(254).nullable(),
  name: Name.nullable(),
  address: Address.nullable(),
  taxId: TaxId.nullable(),
});
export type BillingProfile = z.infer<typeof BillingProfile>;

export const ChangeProfile = BillingProfile.partial().refine(
  (change) => Object.keys(change).length > 0,
  "There is nothing to change.",
);
export type ChangeProfile = z.input<typeof ChangeProfile>;

type Columns = Pick<BillingAccount, "billingEmail" | "billingAddress" | "taxId">;

export function toProfile({ billingEmail: email, billingAddress, taxId }: Columns): BillingProfile {
  const { name = null, ...address } = billingAddress ?? {};
  return { email, name, address: Address.safeParse(address).data ?? null, taxId };
}

/** The name is the first line of the address, as on an envelope. */
export function toColumns({ email: billingEmail, name, address, taxId }: BillingProfile): Columns {
  return { billingEmail, billingAddress: { name, ...address }, taxId };
}
