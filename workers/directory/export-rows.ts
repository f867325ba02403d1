import type { Scope } from "./directory.ts";
import { listInvitations } from "./team/list-invitations.ts";
import { listMembers } from "./team/list-members.ts";

/** What the Directory knows of an organization, as lines of JSON that say what they are. */
export async function exportRows(scope: Scope): Promise<string[]> {
  const [members, invitations] = await Promise.all([listMembers(scope), listInvitations(scope)]);
  const toLines = (kind: string, rows: object[]) =>
    rows.map((row) => `${JSON.stringify({ kind, ...row })}\n`);
  return [...toLines("member", members), ...toLines("invitation", invitations)];
}
