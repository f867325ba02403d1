import type { Args } from "#api.server.ts";
import { createFormat } from "#format.ts";
import { readPreferences } from "#preferences.server.ts";
import { readSession } from "#session.server.ts";

/** What one may do in the organization that the address names, so that loaders need not be refused, which its log would say; and how it writes figures. */
export async function readMembership(args: Args) {
  const { now, organizations } = await readSession(args);
  const named = args.params.organization;
  const organization = organizations.find(({ id, slug }) => named === slug || named === id);
  const preferences = readPreferences(args.request);
  return {
    now,
    format: createFormat({
      ...preferences,
      locale: organization?.locale ?? preferences.locale,
    }),
    may: (permission: string) => organization?.permissions.includes(permission) ?? false,
  };
}
