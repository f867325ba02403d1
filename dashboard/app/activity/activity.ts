import type { SerializeFrom } from "@remix-run/cloudflare";
import type { action, loader } from "#routes/$organization.activity.tsx";

export type Activity = SerializeFrom<typeof loader>;
export type ActivityRow = Activity["rows"][number];
export type Verdict = Extract<Awaited<ReturnType<typeof action>>, { verdict: unknown }>["verdict"];
