import type { SerializeFrom } from "@remix-run/cloudflare";
import type { loader } from "#routes/operator.organizations.$organization.tsx";

export type Details = SerializeFrom<typeof loader>["organization"];
