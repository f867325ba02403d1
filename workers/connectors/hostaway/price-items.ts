import { z } from "zod";
import type { PriceLine } from "./schemas/price-line.ts";

export const PriceItem = z.object({
  name: z.string().optional(),
  type: z.string().optional(),
  amount: z.number().optional().describe("Negative for discounts"),
  in_total_price: z.boolean().optional(),
});

export const toPriceItems = (lines: readonly PriceLine[]): z.input<typeof PriceItem>[] =>
  lines
    .filter(({ isDeleted }) => !isDeleted)
    .map(({ title, name, type, total, isIncludedInTotalPrice }) => ({
      name: title ?? name,
      type,
      amount: total,
      in_total_price: isIncludedInTotalPrice,
    }));
