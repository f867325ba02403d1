import { z } from "zod";
import type { PaymentMethod } from "../core/objects.ts";
import { Address } from "../customers/customer-params.ts";
import { unsettable } from "../wire/parameters.ts";

export const BillingDetails = z.strictObject({
  address: unsettable(Address).optional(),
  email: unsettable(z.string()).optional(),
  name: unsettable(z.string()).optional(),
  phone: unsettable(z.string()).optional(),
  tax_id: z.string().optional(),
});
export type BillingDetails = z.output<typeof BillingDetails>;

export const noAddress = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

export const noBillingDetails: PaymentMethod["billing_details"] = {
  address: noAddress,
  email: null,
  name: null,
  phone: null,
  tax_id: null,
};

/** The former details with what is given in their place. */
export function mergeBillingDetails(
  former: PaymentMethod["billing_details"],
  { address, ...given }: BillingDetails = {},
): PaymentMethod["billing_details"] {
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return {
    ...former,
    ...Object.fromEntries(known),
    address: address === undefined ? former.address : { ...noAddress, ...former.address, ...address },
  };
}
