import { z } from "zod";
import { answerOf } from "./envelope.ts";
import { list, number } from "./fields.ts";

/** `components` are the lines of the price; a booking at this price is given them as they came. */
export const Quote = z.object({
  totalPrice: number,
  components: list(z.record(z.string(), z.json())),
});
export type Quote = z.infer<typeof Quote>;

export const parseQuoteAnswer = answerOf(Quote);
