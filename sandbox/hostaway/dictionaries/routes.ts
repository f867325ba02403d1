import { Hono } from "hono";
import type { HostawayEnv } from "#sandbox/hostaway/context.ts";
import { success } from "#sandbox/hostaway/envelope.ts";
import { NoQuery, readQuery } from "#sandbox/hostaway/query.ts";
import { countries, currencies, languages, timezones } from "./named-codes.ts";
import { amenities, bedTypes, propertyTypes } from "./named-ids.ts";

const all: Record<string, (now: number) => unknown> = {
  amenities: () => amenities,
  bedTypes: () => bedTypes,
  propertyTypes: () => propertyTypes,
  countries,
  currencies,
  languages,
  timezones,
};

export const dictionaries = new Hono<HostawayEnv>();

for (const [name, entriesAt] of Object.entries(all)) {
  dictionaries.get(`/${name}`, (c) => {
    readQuery(c, NoQuery);
    return success(entriesAt(c.env.world.clock.now()));
  });
}
