import { type Args, openApi, read } from "#api.server.ts";

/** What one may do in the organization that the address names: for loaders, as what is refused is written into its log. */
export async function listPermissions(args: Args): Promise<string[]> {
  const { organizations } = await read(openApi(args).session.$get());
  const named = args.params.organization;
  return organizations.find(({ id, slug }) => named === slug || named === id)?.permissions ?? [];
}
