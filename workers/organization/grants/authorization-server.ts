import { OAuthAuthorizationServer } from "@cloudflare/workers-oauth-provider";
import { z } from "zod";
import { log } from "#lib/log.ts";
import { type KvNamespace, type RecordStore, toKvNamespace } from "#lib/record-store.ts";
import { toMcpAddress } from "../clients/client-setup.ts";
import { OAUTH_SCOPES } from "./oauth-scope.ts";

const DAY_S = 24 * 60 * 60;

export const REGISTER_PATH = "/oauth/register";
export const TOKEN_PATH = "/oauth/token";

interface OAuthEnv {
  OAUTH_KV: KvNamespace;
}

const servers = new Map<string, OAuthAuthorizationServer<OAuthEnv>>();

/** The authorization server of this Latchkey. It issues tokens for the MCP endpoint at its one canonical address and nothing else. */
export function getAuthorizationServer(apiUrl: string): OAuthAuthorizationServer<OAuthEnv> {
  const known = servers.get(apiUrl);
  if (known !== undefined) return known;
  const made = new OAuthAuthorizationServer<OAuthEnv>({
    issuer: apiUrl,
    resources: [toMcpAddress(apiUrl)],
    tokenEndpoint: TOKEN_PATH,
    clientRegistrationEndpoint: REGISTER_PATH,
    clientIdMetadataDocumentEnabled: true,
    // Which of them, the authorization endpoint says before the library is asked.
    allowPrivateUseRedirectUris: true,
    scopesSupported: OAUTH_SCOPES,
    refreshTokenTTL: 30 * DAY_S,
    // It lives for as long as it is used.
    refreshTokenIdleTTL: 30 * DAY_S,
    onError: ({ code, internal: { category, detail, reason }, status }) => {
      log.warn("oauth.refused", { code, category, reason, status });
      if (Unread.safeParse(detail).success) return toUnavailable();
    },
  });
  servers.set(apiUrl, made);
  return made;
}

/** What a client says of itself at its address could not be read just now, as the library words it. */
const Unread = z.object({
  metadataUrl: z.string(),
  message: z.string().regex(/timed out|HTTP (?:429|5\d\d)$|network/i),
});

/** The library takes such a client for unknown, and a client that is unknown throws its tokens away. */
function toUnavailable(): Response {
  const error_description = "What the client says of itself could not be read at its address. Try again.";
  const headers = { "cache-control": "no-store", "retry-after": "30" };
  return Response.json({ error: "temporarily_unavailable", error_description }, { status: 503, headers });
}

/** The endpoints that the library answers by itself. */
export function fetchAuthorizationServer(apiUrl: string, env: OAuthEnv, request: Request): Promise<Response> {
  return getAuthorizationServer(apiUrl).fetch(request, env, NO_CONTEXT);
}

/** Safe because the library hands its context to handlers of resources only, and an authorization server has none. */
const NO_CONTEXT = {} as ExecutionContext;

const GRANTS = /^(grant|token):/;

/** What the library keeps, where it belongs: grants and tokens with their organization, clients with the Directory. */
export function toOAuthEnv(directory: RecordStore, organization: RecordStore = NOTHING): OAuthEnv {
  return { OAUTH_KV: toKvNamespace((key) => (GRANTS.test(key) ? organization : directory)) };
}

/** Of an organization that nobody named: it has no grants, and none can be made. */
const NOTHING: RecordStore = {
  find: () => null,
  save: () => {
    throw new Error("A grant belongs to an organization.");
  },
  remove: () => {},
};
