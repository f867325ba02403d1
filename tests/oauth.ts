import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { postMcp, toHeaders, toMessage } from "./mcp.ts";
import { newAddress } from "./new-address.ts";
import { fetchApi } from "./organization.ts";
import type { Person } from "./person.ts";

export const ISSUER = "https://latchkey.test";
export const RESOURCE = `${ISSUER}/mcp`;
export const REDIRECT = "https://assistant.example.org/callback";

const Registered = z.object({ client_id: z.string(), client_secret: z.string().optional() });
export const Tokens = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  scope: z.string(),
});
export type Tokens = z.infer<typeof Tokens>;
const Opened = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("redirect"), to: z.string() }),
  z.looseObject({
    kind: z.literal("consent"),
    handle: z.string(),
    organization: z.object({ id: z.string() }).nullable(),
  }),
]);

/** A client that made itself known, as those do that have no address of their own. */
export async function registerClient(metadata: Record<string, unknown> = {}) {
  const body = JSON.stringify({
    client_name: "Test assistant",
    redirect_uris: [REDIRECT],
    token_endpoint_auth_method: "none",
    ...metadata,
  });
  const headers = { "content-type": "application/json", "cf-connecting-ip": newAddress() };
  const response = await fetchApi("/oauth/register", { method: "POST", headers, body });
  return Registered.parse(await response.json()).client_id;
}

/** One request to the authorization endpoint: its parameters, and the verifier that its code is exchanged with. */
export function newAuthorization(clientId: string, change: Record<string, string | null> = {}) {
  const verifier = randomBytes(32).toString("base64url");
  const parameters = {
    response_type: "code",
    client_id: clientId,
    redirect_uri: REDIRECT,
    state: randomBytes(8).toString("hex"),
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    resource: RESOURCE,
    ...change,
  };
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === null ? [] : [[name, value]],
  );
  return { clientId, verifier, parameters, query: new URLSearchParams(given).toString() };
}
export type Authorization = ReturnType<typeof newAuthorization>;

/** What the consent page gets. */
export async function openConsent(
  { browser }: Pick<Person, "browser">,
  query: string,
  organization?: string,
) {
  const { body, status } = await browser.post("/api/v1/authorizations", { query, organization });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return Opened.parse(body);
}

interface Terms {
  scopes?: string[];
  toolsets?: string[] | null;
  connections?: string[] | null;
}

/** The person allows what is asked on the page, as they choose. Where the browser goes then. */
export async function approve(
  person: Pick<Person, "browser">,
  query: string,
  organization: string,
  terms: Terms = {},
) {
  const opened = await openConsent(person, query, organization);
  if (opened.kind === "redirect") return new URL(opened.to);
  const { body, status } = await person.browser.post("/api/v1/authorizations/decide", {
    decision: "approve",
    handle: opened.handle,
    organization,
    scopes: ["read"],
    toolsets: null,
    connections: null,
    ...terms,
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return new URL(z.object({ to: z.string() }).parse(body).to);
}

/** POSTs to the token endpoint. */
export async function askToken(form: Record<string, string>) {
  const response = await fetchApi("/oauth/token", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "cf-connecting-ip": newAddress() },
    body: new URLSearchParams(form).toString(),
  });
  const text = await response.text();
  const body: unknown = text === "" ? null : JSON.parse(text);
  return { status: response.status, headers: response.headers, body };
}

export const toExchange = ({ clientId, parameters, verifier }: Authorization, code: string) => ({
  grant_type: "authorization_code",
  client_id: clientId,
  code,
  code_verifier: verifier,
  redirect_uri: parameters.redirect_uri ?? "",
});

/** The whole way of an assistant: from a request to its tokens. */
export async function connectAssistant(
  person: Pick<Person, "browser">,
  organization: string,
  terms: Terms = {},
) {
  const clientId = await registerClient();
  const authorization = newAuthorization(clientId);
  const redirected = await approve(person, authorization.query, organization, terms);
  const { body } = await askToken(toExchange(authorization, redirected.searchParams.get("code") ?? ""));
  return { clientId, tokens: Tokens.parse(body) };
}

export async function refresh(clientId: string, refreshToken: string) {
  const answer = await askToken({
    grant_type: "refresh_token",
    client_id: clientId,
    refresh_token: refreshToken,
  });
  return { ...answer, tokens: Tokens.safeParse(answer.body).data };
}

/** A request to /mcp with an access token. */
export function askMcp(
  token: string,
  method: string,
  params: Record<string, unknown> = {},
  address = "/mcp",
) {
  const headers = { ...toHeaders("legacy", method, params), authorization: `Bearer ${token}` };
  return postMcp(headers, JSON.stringify(toMessage("legacy", method, params)), address);
}
