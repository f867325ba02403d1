import { type Args, openApi, read } from "#api.server.ts";

/** What the person who asks may do in the organization that the address names, and what time the product has. */
export async function readMembership(args: Args) {
  const { now, organizations } = await read(openApi(args).session.$get());
  const named = args.params.organization;
  const organization = organizations.find(({ id, slug }) => named === slug || named === id);
  return {
    now,
    may: (permission: string) => organization?.permissions.includes(permission) ?? false,
  };
}
