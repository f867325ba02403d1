import type { SerializeFrom } from "@remix-run/cloudflare";
import type { loader } from "#routes/$organization.assistants.tsx";

export type Assistant = SerializeFrom<typeof loader>["grants"][number];
