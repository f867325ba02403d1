import { z } from "zod";
import { pageOf, parserOf } from "./envelope.ts";
import { date, id, number, text, time } from "./fields.ts";

/** What identifies a card or a payment at the provider is left out, so it cannot get out. */
export const Charge = z.object({
  id,
  listingMapId: number,
  reservationId: number,
  type: text,
  title: text,
  currency: text,
  paymentMethod: text,
  amount: number,
  status: text,
  paymentProvider: text,
  scheduledDate: date,
  chargeDate: time,
});
export type Charge = z.infer<typeof Charge>;

export const parseChargePage = parserOf(pageOf(Charge));
