import { z } from "zod";
import { type createOwner, expectOk } from "./stage.ts";

type Owner = Awaited<ReturnType<typeof createOwner>>;

const Consent = z.object({ kind: z.literal("consent"), handle: z.string() });
const Redirect = z.object({ to: z.string() });

/** What the consent page does for its owner, without the page: what an assistant's address leads to once it is allowed. */
export async function allow({ ask, organization }: Owner, address: URL, terms: object = {}): Promise<URL> {
  const sent = await fetch(address, { redirect: "manual" });
  const { search: query } = new URL(z.string().parse(sent.headers.get("location")));
  const page = await expectOk(ask("POST", "/api/v1/authorizations", { query }));
  const { handle } = Consent.parse(page.body);
  const chosen = { scopes: ["read"], toolsets: null, connections: null, ...terms };
  const decision = { decision: "approve", handle, organization: organization.id, ...chosen };
  const decided = await expectOk(ask("POST", "/api/v1/authorizations/decide", decision));
  return new URL(Redirect.parse(decided.body).to);
}
