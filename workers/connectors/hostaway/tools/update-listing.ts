import { z } from "zod";
import { defineWriteTool } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import { assertNotArchived } from "../assert-not-archived.ts";
import type { HostawayClient } from "../client.ts";
import { PropertyId } from "../input.ts";
import { applyFields, ListingChange, listingUndo, planFields } from "../listing-change.ts";
import { getListingNames, ListingFields } from "../listing-fields.ts";

export const updateListing = defineWriteTool<HostawayClient>()({
  name: "update_listing",
  title: "Update listing",
  access: "write",
  toolset: "pricing",
  description:
    "Changes fields of one property: names, texts, address, size, amenities, stay rules, check-in hours, base price and fees. What is not given stays as it is. " +
    "The base price applies to nights without a price of their own: for prices on dates use update_calendar, for several properties or a percentage batch_update_listings. " +
    "Archived properties take no changes. Door codes, wifi and owners' contacts cannot be changed here. " +
    "To see what is there call get_property_details.",
  input: z.object({ property_id: PropertyId, ...ListingFields.shape }),
  change: ListingChange,
  batch: false,
  repeatable: true,
  async plan({ client, input, signal }) {
    const { property_id, ...fields } = input;
    if (Object.values(fields).every((value) => value === undefined)) {
      throw new AppError("invalid_request", "Give at least one field to change.");
    }
    const [listing, names] = await Promise.all([
      client.getListing(property_id, signal, true),
      getListingNames(client, fields, signal),
    ]);
    assertNotArchived(listing);
    const { after, before, money, warnings } = planFields(listing, fields, names);
    const changed = Object.keys(after);
    const change = { property_id, fields: after };
    return {
      summary:
        changed.length === 0
          ? `Nothing changes: property ${property_id} has these values already.`
          : `Changes ${changed.join(", ")} of property ${property_id} (${listing.name ?? "no name"}).`,
      steps: changed.length === 0 ? [] : [{ item: String(property_id), change, before, after }],
      money,
      warnings,
    };
  },
  apply: applyFields,
  undo: listingUndo,
});
