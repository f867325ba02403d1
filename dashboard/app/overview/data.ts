import type { SerializeFrom } from "@remix-run/cloudflare";
import type { loader } from "#routes/$organization._index.tsx";

export type Data = SerializeFrom<typeof loader>;
