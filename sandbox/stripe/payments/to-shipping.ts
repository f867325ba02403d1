import type { z } from "zod";
import type { PaymentIntent } from "../core/objects.ts";
import { noAddress } from "./billing-details.ts";
import type { paymentFields } from "./intent-params.ts";

export function toShipping(given: z.output<typeof paymentFields.shipping>): PaymentIntent["shipping"] {
  if (!given) return null;
  const { address, name, carrier = null, phone = null, tracking_number = null } = given;
  return { address: { ...noAddress, ...address }, name, carrier, phone, tracking_number };
}
