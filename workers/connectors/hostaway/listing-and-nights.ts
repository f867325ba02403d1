import { z } from "zod";
import type { JsonObject, Money, Step, Undo } from "#connectors/define-write-tool.ts";
import { applyNights, readNights } from "./calendar/calendar-change.ts";
import { isSendable, NightRanges } from "./calendar/night-values.ts";
import type { HostawayClient } from "./client.ts";
import { applyFields, readNow } from "./listing-change.ts";
import { FieldValues } from "./listing-fields.ts";

/** New values of fields of one property, and of nights in its calendar. Either may be empty. */
export const ListingAndNights = z.object({
  property_id: z.int().positive(),
  fields: FieldValues,
  nights: NightRanges,
});
export type ListingAndNights = z.infer<typeof ListingAndNights>;

type Part = { before: JsonObject; after: JsonObject; money: Money[]; warnings: string[] };
type FieldsPart = Part & { after: ListingAndNights["fields"] };
type NightsPart = Part & { after: ListingAndNights["nights"] };

export function toListingSteps(
  property_id: number,
  fields: FieldsPart,
  nights?: NightsPart,
): Step<ListingAndNights>[] {
  const hasNights = nights !== undefined && Object.keys(nights.after).length > 0;
  if (!hasNights && Object.keys(fields.after).length === 0) return [];
  return [
    {
      item: String(property_id),
      change: { property_id, fields: fields.after, nights: hasNights ? nights.after : {} },
      before: { ...fields.before, ...(hasNights && { nights: nights.before }) },
      after: { ...fields.after, ...(hasNights && { nights: nights.after }) },
    },
  ];
}

interface Application {
  client: HostawayClient;
  change: ListingAndNights;
  signal: AbortSignal;
}

const has = (part: object): boolean => Object.keys(part).length > 0;

export function countListingRequests({ fields, nights }: ListingAndNights): number {
  return Number(has(fields)) + Number(has(nights));
}

export async function applyListingAndNights(application: Application): Promise<JsonObject> {
  const { fields, nights, property_id } = application.change;
  return {
    property_id,
    ...(has(fields) && (await applyFields(application))),
    ...(has(nights) && (await applyNights(application))),
  };
}

const Before = z.object({ nights: NightRanges.default({}) }).catchall(FieldValues.valueType);

export const listingAndNightsUndo: Undo<HostawayClient, ListingAndNights> = {
  reverse({ before, change: { property_id } }) {
    const { nights, ...fields } = Before.parse(before);
    return isSendable(nights) ? { property_id, fields: FieldValues.parse(fields), nights } : null;
  },
  async read(application) {
    const { fields, nights } = application.change;
    return {
      ...(has(fields) && (await readNow(application))),
      ...(has(nights) && { nights: await readNights(application) }),
    };
  },
};
