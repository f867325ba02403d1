import { writeToMembers } from "#directory/write-to-members.ts";
import { createTransport } from "#notifications/create-transport.ts";
import type { EmailContent } from "#notifications/email.ts";
import type { Context } from "./change-organization.ts";

/** One message about `event` to each owner, however often it is asked for. */
export async function writeToOwners(
  { env, id, now }: Pick<Context, "env" | "id"> & { now: number },
  event: string,
  toContent: (organizationName: string) => EmailContent,
): Promise<void> {
  const outbox = { db: env.DB, transport: createTransport(env), now: Math.floor(now) };
  await writeToMembers(outbox, id, { roles: ["owner"], event }, toContent);
}
