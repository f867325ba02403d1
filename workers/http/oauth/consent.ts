import { AuthorizationError } from "@cloudflare/workers-oauth-provider";
import { z } from "zod";
import { AlreadyRemoved } from "#directory/oauth-records.ts";
import { type Env, getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { AuthorizationRequest } from "#organization/grants/approve-grant.ts";
import type { Person } from "../require-person.ts";
import { toSetCookies, withConsentCookies } from "./consent-cookies.ts";
import { getOAuth } from "./library.ts";

/** Who asks, as the member's organization keeps it. */
export const NamedClient = z.object({ clientName: z.string(), clientDomain: z.string().nullable() });
export type NamedClient = z.infer<typeof NamedClient>;

/** A consent page that is open: what was asked, by whom, and in which session. The library seals it under the page's handle. */
const Pending = AuthorizationRequest.extend({ session: z.string(), client: NamedClient });

/** `handle` works once, for ten minutes, in this browser and session. */
export async function beginConsent(
  env: Env,
  { session }: Person,
  request: AuthorizationRequest,
  client: NamedClient,
) {
  const pending: z.infer<typeof Pending> = { ...request, session, client };
  const { handle, headers } = await getOAuth(env).beginConsent(pending);
  return { handle, cookies: toSetCookies(headers, getConfig(env).dashboardUrl) };
}

/** Uses the handle up, and tells what was asked on its page. `deniedTo`: where the client is told of a denial. */
export async function endConsent(env: Env, person: Person, browser: Request, handle: string) {
  const { dashboardUrl } = getConfig(env);
  const ended = await getOAuth(env)
    .denyConsent(withConsentCookies(browser, dashboardUrl), handle)
    .catch(toRefusal);
  const { client, session, ...request } = Pending.parse(ended.request);
  if (session !== person.session) throw refuse("This page was opened in another session.");
  return {
    request,
    client,
    deniedTo: ended.redirectTo,
    cookies: toSetCookies(ended.headers, dashboardUrl),
  };
}

function toRefusal(thrown: unknown): never {
  if (thrown instanceof AlreadyRemoved || thrown instanceof AuthorizationError) {
    throw refuse("This page was used already, is older than ten minutes, or was opened in another browser.");
  }
  throw thrown;
}

const refuse = (why: string) => new AppError("invalid_authorization", why);
