import { type Args, read, requireOrganization } from "#api.server.ts";
import { readMembership } from "#membership.server.ts";

/** Whom the log can be asked about: the members, the keys for whoever may see them, and the product itself. */
export async function listActors(args: Args): Promise<{ actor: string; name: string }[]> {
  const { api, param } = requireOrganization(args);
  const [{ members }, { may }] = await Promise.all([read(api.members.$get({ param })), readMembership(args)]);
  const { keys } = may("key:read") ? await read(api.keys.$get({ param })) : { keys: [] };
  return [
    ...members.map(({ userId, name }) => ({ actor: `user:${userId}`, name })),
    ...keys.map(({ id, name, masked }) => ({ actor: id, name: `${name} (${masked})` })),
    { actor: "system", name: "Latchkey" },
  ];
}
