import { type Args, read, requireOrganization } from "#api.server.ts";

/** The clients and keys that the dialogs offer; null where none of them is open. */
export async function findClientChoices(args: Args) {
  const dialog = new URL(args.request.url).searchParams.get("dialog");
  if (dialog !== "new" && dialog !== "edit") return null;
  const { api, param } = requireOrganization(args);
  const [{ keys }, { clients }] = await Promise.all([
    read(api.keys.$get({ param })),
    read(api["client-setups"].$get({ param, query: {} })),
  ]);
  return { keys, clients: clients.filter(({ ways }) => ways.some(({ way }) => way === "key")) };
}
