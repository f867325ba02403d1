import { z } from "zod";
import { each, Flag, Integer, Text } from "#sandbox/hostaway/fields.ts";

/** One line of a price, as quotes and reservations carry it. */
export const Component = z.object({
  ...each(["id", "listingFeeSettingId"], Integer),
  type: z.string().default("price"),
  name: z.string(),
  ...each(["title", "alias"], Text),
  quantity: Integer,
  ...each(["value", "total"], z.number()),
  isIncludedInTotalPrice: z.union([z.literal(0), z.literal(1)]).default(1),
  ...each(["isOverriddenByUser", "isQuantitySelectable", "isMandatory", "isDeleted"], Flag),
});
export type Component = z.infer<typeof Component>;

/** What a client sends back to alter a quote. */
export const ChosenComponent = z.object({
  name: z.string(),
  listingFeeSettingId: z.int().nullish(),
  value: z.number().optional(),
  quantity: z.int().min(1).nullish(),
  isOverriddenByUser: Flag,
  isDeleted: Flag,
});
export type ChosenComponent = z.infer<typeof ChosenComponent>;

export const toComponent = (
  type: string,
  name: string,
  amount: number,
  more: Partial<Component> = {},
): Component => Component.parse({ type, name, value: amount, total: amount, isMandatory: 1, ...more });
