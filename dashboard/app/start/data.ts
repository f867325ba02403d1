import type { SerializeFrom } from "@remix-run/cloudflare";
import type { loader } from "#routes/$organization.start.tsx";

type Data = SerializeFrom<typeof loader>;
export type Month = NonNullable<Data["overview"]["month"]>;
export type Assistant = Data["assistant"];
