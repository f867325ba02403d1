import { z } from "zod";
import type { createPerson } from "./person.ts";

const Consent = z.object({ kind: z.literal("consent"), handle: z.string() });
const Redirect = z.object({ to: z.string() });

interface Approval {
  /** Signed in. */
  ask: ReturnType<typeof createPerson>["ask"];
  organization: string;
  scopes?: string[];
}

/** What a browser and the consent page do, without either: what an assistant's address leads to once it is allowed. */
export async function allow(address: string | URL, { ask, organization, scopes = ["read"] }: Approval) {
  const sent = await fetch(address, { redirect: "manual" });
  const { search: query } = new URL(z.string().parse(sent.headers.get("location")));
  const { handle } = Consent.parse((await ask("POST", "/api/v1/authorizations", { query })).body);
  const terms = { organization, scopes, toolsets: null, connections: null };
  const decision = { decision: "approve", handle, ...terms };
  const { body } = await ask("POST", "/api/v1/authorizations/decide", decision);
  return new URL(Redirect.parse(body).to);
}
