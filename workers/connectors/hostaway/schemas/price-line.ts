import { z } from "zod";
import { flag, number, text } from "./fields.ts";

/** One line of a price, of a booking as of a quote. */
export const PriceLine = z.object({
  type: text,
  name: text,
  title: text,
  total: number,
  isIncludedInTotalPrice: flag,
  isDeleted: flag,
});
export type PriceLine = z.infer<typeof PriceLine>;
