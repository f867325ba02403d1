import type { SerializeFrom } from "@remix-run/cloudflare";
import type { loader } from "#routes/$organization.connections.tsx";

type Data = SerializeFrom<typeof loader>;
export type Connection = Data["connections"][number];
export type Connector = Data["connectors"][number];
export type Member = NonNullable<Data["members"]>[number];
export type Dependents = NonNullable<Data["dependents"]>;
