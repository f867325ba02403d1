import { z } from "zod";
import { AppError } from "#errors.ts";
import { ConnectionId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { renewWebhook } from "../webhooks/register-webhooks.ts";
import { changeConnection } from "./change-connection.ts";
import { toHealthy } from "./check-connection.ts";
import { parseCredential } from "./parse-credential.ts";
import { type ShownConnection, toShownConnection } from "./shown-connection.ts";

export const RotateCredential = z.object({
  connection: ConnectionId,
  credential: z.record(z.string(), z.unknown()),
});
export type RotateCredential = z.infer<typeof RotateCredential>;

/** A new credential for the same account, tried upstream first. Until it is accepted the old one stays at work. */
export async function rotateCredential(
  rooms: Rooms,
  by: By,
  input: RotateCredential,
): Promise<ShownConnection> {
  const { connections, ports } = rooms;
  const { connection: id, credential } = parseInput(RotateCredential, input);
  const { connector, row: old } = connections.get(id);
  const parsed = parseCredential(connector, credential);
  if (connector.toAccountLabel(parsed) !== old.accountLabel) {
    throw new AppError(
      "invalid_request",
      `This connection is to account ${old.accountLabel}. Connect another account as a connection of its own.`,
    );
  }
  const row = { ...old, credential: connections.seal(id, parsed), token: null };
  const connection = connections.prepare(connector, row);
  await connector.check(connection.client);

  // Whatever else changed meanwhile stays, and a connection that is gone stays gone.
  const { name, assignedToMembers } = connections.get(id).row;
  Object.assign(row, { name, assignedToMembers }, toHealthy(ports.clock.now()));
  changeConnection(rooms, by, { action: "connections/rotate", row }, () => connections.put(connection));
  await renewWebhook(rooms, connection);
  return toShownConnection(row);
}
