import { AppError } from "#errors.ts";
import type { Clock } from "#lib/clock.ts";
import type { Connection, Connections } from "./connections.ts";

export type ConnectionState = "working" | "rejected" | "unreachable";

/** Asks the upstream now. A credential that works again opens the connection again. */
export async function checkConnection(
  connections: Connections,
  { connector, client, row }: Connection,
  clock: Clock,
): Promise<ConnectionState> {
  try {
    await connector.check(client);
    connections.update(row, toHealthy(clock.now()));
    return "working";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === "connection_invalid" ? "rejected" : "unreachable";
  }
}

/** What a check that passed says about a connection. */
export function toHealthy(now: number) {
  return { status: "valid", checkedAt: now, lastErrorCode: null, lastErrorAt: null } as const;
}
