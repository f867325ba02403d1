import { z } from "zod";
import { consumeRate } from "#directory/consume-rate.ts";
import { createOAuthRecords } from "#directory/oauth-records.ts";
import { type Env, getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { getNow } from "#lib/get-now.ts";
import { parseBody } from "#lib/parse-body.ts";
import { toProblems } from "#lib/parse-input.ts";
import { fetchAuthorizationServer, toOAuthEnv } from "#organization/grants/authorization-server.ts";
import { isJson, readText } from "../read-body.ts";
import { readNetwork } from "../read-network.ts";
import { answerOAuth, OAUTH_HEADERS } from "./answer-oauth.ts";

const MOST_BYTES = 16 * 1_024;
const RATE = { requests: 20, seconds: 60 };
/** Of everybody together: each leaves a row for 90 days. */
const TOTAL_RATE = { requests: 2_000, seconds: 3_600 };

const Text = z.string().max(200);
const Address = z.string().max(2_000);

/** What is kept of a client is short; the rest is for the library to check. */
const Metadata = z.looseObject({
  client_name: Text.optional(),
  redirect_uris: z.array(Address).min(1).max(20),
  client_uri: Address.optional(),
  logo_uri: Address.optional(),
  policy_uri: Address.optional(),
  tos_uri: Address.optional(),
  jwks_uri: Address.optional(),
  contacts: z.array(Text).max(10).optional(),
});

/** RFC 7591, for clients that have no address of their own to be known by. */
export function handleRegister(request: Request, env: Env): Promise<Response> {
  return answerOAuth(async () => {
    const { apiUrl } = getConfig(env);
    const oauthEnv = toOAuthEnv(createOAuthRecords(env.DB));
    if (request.method !== "POST") return fetchAuthorizationServer(apiUrl, oauthEnv, request);
    const now = await getNow(env);
    await consumeRate(env.DB, `oauth-register/${readNetwork(request.headers)}`, RATE, now);
    if (!isJson(request.headers)) throw new AppError("unsupported_media_type");
    const body = await readText(request, MOST_BYTES);
    const problems = findProblems(body);
    if (problems !== null) return toInvalidMetadata(problems);
    await consumeRate(env.DB, "oauth-register", TOTAL_RATE, now);
    const { headers, method, url } = request;
    return fetchAuthorizationServer(apiUrl, oauthEnv, new Request(url, { method, headers, body }));
  });
}

function findProblems(body: string): string | null {
  const parsed = Metadata.safeParse(parseBody(body));
  return parsed.success ? null : toProblems(parsed.error);
}

/** In the words of RFC 7591 §3.2.2. */
const toInvalidMetadata = (problems: string) =>
  Response.json(
    { error: "invalid_client_metadata", error_description: problems },
    { status: 400, headers: OAUTH_HEADERS },
  );
