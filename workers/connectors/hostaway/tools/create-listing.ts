import { z } from "zod";
import { defineWriteTool } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import type { HostawayClient } from "../client.ts";
import { FieldValues, getListingNames, ListingFields, toBody, toFieldValues } from "../listing-fields.ts";
import { isCurrency } from "../prices.ts";
import { equals } from "../text.ts";

const currency = z.string().refine(isCurrency, "is no currency code, such as EUR").describe("ISO 4217");

const needed = {
  name: true,
  address: true,
  city: true,
  country_code: true,
  max_guests: true,
  bedrooms: true,
  bathrooms: true,
  base_price: true,
} as const;

const CreateListingInput = ListingFields.required(needed).extend({ currency });

const CreateListingChange = z.object({ currency: z.string(), fields: FieldValues });

export const createListing = defineWriteTool<HostawayClient>()({
  name: "create_listing",
  title: "Create listing",
  access: "write",
  toolset: "pricing",
  description:
    "Adds a property to the Hostaway account. It starts unconnected to any channel; photos, fees and channels are added in Hostaway. " +
    "It counts as one more active property on the Hostaway bill and on this service's, so make a dry run first. It cannot be undone from here. " +
    "Look with get_properties whether it exists already; to change a property use update_listing.",
  input: CreateListingInput,
  change: CreateListingChange,
  batch: false,
  repeatable: false,
  async plan({ client, input, signal }) {
    const { currency, ...given } = input;
    const fields = { guests_included: given.max_guests, price_per_extra_guest: 0, ...given };
    assertFits(fields);
    const [names, alike] = await Promise.all([
      getListingNames(client, fields, signal),
      client.listings.getFresh({ match: input.name, limit: 100 }, signal),
    ]);
    const values = toFieldValues(fields, names);
    // Nothing is sent yet, but names that Hostaway does not know have to be refused now.
    toBody(values, names);
    const twins = alike.rows.filter(({ name }) => equals(name, input.name)).map(({ id }) => id);
    return {
      summary: `Creates the property ${input.name} in ${input.city}.`,
      steps: [
        {
          item: input.name,
          change: { currency, fields: values },
          before: null,
          after: { ...values, currency },
        },
      ],
      money: [{ what: "Base price per night", currency, before: null, after: input.base_price }],
      warnings: [
        "One more active property is billed, by Hostaway and by this service.",
        ...(twins.length > 0 ? [`There is a property of that name already: ${twins.join(", ")}.`] : []),
      ],
    };
  },
  async apply({ client, change, signal }) {
    const names = await getListingNames(client, change.fields, signal);
    const body = { ...toBody(change.fields, names), currencyCode: change.currency };
    const { id, name = null } = await client.listings.create(body, signal);
    return { property_id: id, name };
  },
  undo: {
    impossible:
      "A property can only be deleted for good, with all that belongs to it. Archive or delete it in Hostaway.",
  },
});

function assertFits({ min_nights = 0, max_nights, guests_included, max_guests }: ListingFields): void {
  if (max_nights !== undefined && min_nights > max_nights) {
    throw new AppError("invalid_request", "`min_nights` is more than `max_nights`.");
  }
  if (guests_included !== undefined && max_guests !== undefined && guests_included > max_guests) {
    throw new AppError("invalid_request", "`guests_included` is more than `max_guests`.");
  }
}
