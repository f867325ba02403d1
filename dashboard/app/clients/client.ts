import type { SerializeFrom } from "@remix-run/cloudflare";
import type { loader } from "#routes/$organization.clients.tsx";

type Data = SerializeFrom<typeof loader>;

export type Client = Data["clients"][number];
export type Connections = Data["connections"];
/** What there is to choose from in the dialogs. */
export type Choices = NonNullable<Data["choices"]>;

/** The accounts that a client is meant for, by name. */
export function describeConnections({ connections }: Client, all: Connections): string {
  if (connections === null) return "All connections of its key";
  const names = all.filter(({ id }) => connections.includes(id)).map(({ name }) => name);
  return names.join(", ") || "No connection";
}
