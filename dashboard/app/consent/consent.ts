import type { SerializeFrom } from "@remix-run/cloudflare";
import type { loader } from "#routes/authorize.tsx";

export type Consent = Extract<SerializeFrom<typeof loader>["opened"], { kind: "consent" }>;
/** One organization, and what it could be let into there. */
export type Reach = NonNullable<Consent["organization"]>;
