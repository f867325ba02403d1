import { type Args, openApi, read } from "#api.server.ts";

/** What one may do in the organization that the address names, for loaders: what is refused is written into its log. */
export async function readMembership(args: Args) {
  const { now, organizations } = await read(openApi(args).session.$get());
  const named = args.params.organization;
  const organization = organizations.find(({ id, slug }) => named === slug || named === id);
  return {
    now,
    may: (permission: string) => organization?.permissions.includes(permission) ?? false,
  };
}
