import { onTestFinished, vi } from "vitest";
import { z } from "zod";
import { newAddress } from "./new-address.ts";
import { approve, askMcp, askToken, newAuthorization, registerClient, toExchange } from "./oauth.ts";
import { addMembers, createOrganization, fetchApi } from "./organization.ts";
import { createPerson, type Person } from "./person.ts";

/** GETs the authorization endpoint as a browser that goes nowhere else. `to`: where it would. */
export async function authorize(query: string, ip = newAddress()) {
  const headers = { "cf-connecting-ip": ip };
  const response = await fetchApi(`/authorize?${query}`, { redirect: "manual", headers });
  const location = response.headers.get("location");
  const to = location === null ? null : new URL(location);
  return { status: response.status, headers: response.headers, text: await response.text(), to };
}

/** What a client is told at its redirect address. */
export const toAnswer = (to: URL | null) => Object.fromEntries(to?.searchParams ?? []);

/** POSTs to the registration endpoint, whatever the body. */
export async function register(body: string, headers: Record<string, string> = {}) {
  const response = await fetchApi("/oauth/register", {
    method: "POST",
    headers: { "content-type": "application/json", "cf-connecting-ip": newAddress(), ...headers },
    body,
  });
  return { status: response.status, headers: response.headers, body: parse(await response.text()) };
}

const Confidential = z.object({ client_id: z.string(), client_secret: z.string() });

/** A client that keeps a secret. */
export async function registerConfidential(token_endpoint_auth_method: string) {
  const redirect_uris = ["https://assistant.example.org/callback"];
  const { body } = await register(JSON.stringify({ redirect_uris, token_endpoint_auth_method }));
  return Confidential.parse(body);
}

/** The owner of an organization that has an API key and a Hostaway account. */
export async function createOwner(): Promise<{
  ann: Person;
  organization: Awaited<ReturnType<typeof createOrganization>>;
}> {
  const [ann, organization] = [await createPerson(), await createOrganization()];
  await addMembers(organization, "owner", ann.userId);
  return { ann, organization };
}

/** A code that nobody has used yet, with the request that it answers. */
export async function obtainCode(
  person: Pick<Person, "browser">,
  organization: string,
  { clientId, change = {}, ...terms }: Obtain = {},
) {
  const authorization = newAuthorization(clientId ?? (await registerClient()), change);
  const to = await approve(person, authorization.query, organization, terms);
  return { ...authorization, code: to.searchParams.get("code") ?? "", to };
}

interface Obtain {
  clientId?: string;
  change?: Record<string, string | null>;
  scopes?: string[];
  toolsets?: string[] | null;
  connections?: string[] | null;
}
export type Obtained = Awaited<ReturnType<typeof obtainCode>>;

/** Exchanges it, with fields of the form changed. */
export function exchange(obtained: Obtained, change: Record<string, string> = {}) {
  return askToken({ ...toExchange(obtained, obtained.code), ...change });
}

/** What the MCP endpoint answers to a token, and its reason. */
export async function tryToken(token: string, address = "/mcp") {
  const { status, text } = await askMcp(token, "tools/list", {}, address);
  const refusal = Refusal.safeParse(parse(text)).data;
  return [status, refusal?.error.code ?? null];
}
const Refusal = z.object({ error: z.object({ code: z.string() }) });

/** The platform's time, by which codes and tokens end, until the test is over. */
export function passTime(ms: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}

/** Requests at the same moment all get as far as this step before the first goes on. */
export function holdUp(step: "decrypt" | "unwrapKey"): void {
  const original: (...args: never[]) => Promise<unknown> = crypto.subtle[step].bind(crypto.subtle);
  const spy = vi.spyOn(crypto.subtle, step).mockImplementation(async (...args: unknown[]) => {
    await scheduler.wait(50);
    return Reflect.apply(original, crypto.subtle, args);
  });
  onTestFinished(() => spy.mockRestore());
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
