import { type Args, read, requireOrganization } from "#api.server.ts";
import { readMembership } from "#membership.server.ts";

/** Whom the log can be asked about: the members, the keys and assistants for whoever may see them, and the product itself. */
export async function listActors(args: Args): Promise<{ actor: string; name: string }[]> {
  const { api, param } = requireOrganization(args);
  const [{ members }, { may }] = await Promise.all([read(api.members.$get({ param })), readMembership(args)]);
  const [{ keys }, { grants }] = await Promise.all([
    may("key:read") ? read(api.keys.$get({ param })) : { keys: [] },
    may("grant:read") ? read(api.grants.$get({ param })) : { grants: [] },
  ]);
  return [
    ...members.map(({ userId, name }) => ({ actor: `user:${userId}`, name })),
    ...keys.map(({ id, name, masked }) => ({ actor: id, name: `${name} (${masked})` })),
    ...grants.map(({ clientName, id, memberName }) => ({
      actor: id,
      name: `${clientName} (${memberName ?? "somebody who left"})`,
    })),
    { actor: "system", name: "Latchkey" },
  ];
}
