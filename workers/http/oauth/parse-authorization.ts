import {
  AuthorizationError,
  CimdFetchError,
  type ConsentDescription,
} from "@cloudflare/workers-oauth-provider";
import { type Env, getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { log } from "#lib/log.ts";
import { AuthorizationRequest } from "#organization/grants/approve-grant.ts";
import { assertOwnDocument } from "./assert-own-document.ts";
import { assertPublicClient } from "./assert-public-client.ts";
import { getOAuth } from "./library.ts";

const MOST_LETTERS = 8_000;
/** 32 bytes in base64url. */
const S256_CHALLENGE = /^[\w-]{43}$/;

/** Apps whose documented redirect leads to themselves. Names with a dot belong to whoever owns the domain (RFC 8252 §7.1). */
const APP_SCHEMES = ["cursor:", "vscode:", "vscode-insiders:", "windsurf:"];

export type ParsedAuthorization =
  | { kind: "valid"; request: AuthorizationRequest; client: ConsentDescription }
  /** The client is who it says, and is to be told of its mistake. */
  | { kind: "refused"; redirectTo: string };

/** The query of a request to the authorization endpoint. Throws where nobody can be redirected to: the person is to be told. */
export async function parseAuthorization(env: Env, query: string): Promise<ParsedAuthorization> {
  const { apiUrl } = getConfig(env);
  if (query.length > MOST_LETTERS) throw refuse(`The address is longer than ${MOST_LETTERS} letters.`);
  const address = new URL(`${apiUrl}/authorize`);
  address.search = query;
  assertReadable(address.searchParams);
  const oauth = getOAuth(env);
  try {
    const parsed = await oauth.parseAuthRequest(new Request(address));
    await assertOwnDocument(parsed.clientId);
    if (!S256_CHALLENGE.test(parsed.codeChallenge ?? "")) {
      const { issuer, redirectUri, state } = parsed;
      const description = "PKCE is required: send a SHA-256 code_challenge with code_challenge_method=S256";
      throw new AuthorizationError("invalid_request", { description, redirectUri, state, issuer });
    }
    return {
      kind: "valid",
      request: AuthorizationRequest.parse(parsed),
      client: await oauth.describeConsent(parsed),
    };
  } catch (thrown) {
    return toRefused(thrown);
  }
}

/** What the library would do too late, or not at all. */
function assertReadable(search: URLSearchParams): void {
  const names = [...search.keys()].filter((name) => name !== "resource");
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw refuse(`"${twice.slice(0, 50)}" came more than once.`);
  assertPublicClient(search.get("client_id") ?? "");
  const redirect = search.get("redirect_uri") ?? "";
  const { protocol } = URL.canParse(redirect) ? new URL(redirect) : { protocol: "" };
  const isApp = APP_SCHEMES.includes(protocol) || /^[a-z][a-z0-9+-]*\.[a-z0-9+.-]+:$/.test(protocol);
  if (!["https:", "http:"].includes(protocol) && !isApp) throw refuse("Its redirect address is not allowed.");
}

function toRefused(thrown: unknown): ParsedAuthorization {
  if (thrown instanceof AuthorizationError) {
    if (thrown.redirectTo !== undefined) return { kind: "refused", redirectTo: thrown.redirectTo };
    throw refuse(`${thrown.description}.`);
  }
  if (thrown instanceof CimdFetchError) {
    log.warn("oauth.client-not-read", { client: thrown.metadataUrl, reason: thrown.reason });
    const { hostname } = new URL(thrown.metadataUrl);
    throw refuse(`What ${hostname} says of it could not be read, or is not valid.`);
  }
  throw thrown;
}

const refuse = (why: string) =>
  new AppError("invalid_authorization", `The app that sent you here made a mistake. ${why}`);
