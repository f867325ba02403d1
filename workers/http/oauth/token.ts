import { consumeRate } from "#directory/consume-rate.ts";
import { createOAuthRecords } from "#directory/oauth-records.ts";
import { type Env, getConfig } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { toNetwork } from "#lib/ip-range.ts";
import { getOrganization } from "#organization/get-organization.ts";
import {
  fetchAuthorizationServer,
  TOKEN_PATH,
  toOAuthEnv,
} from "#organization/grants/authorization-server.ts";
import { findSubjectOrganization } from "#organization/grants/grant-subject.ts";
import { findToken } from "#organization/grants/handle-token-request.ts";
import { readText } from "../read-body.ts";
import { answerOAuth } from "./answer-oauth.ts";

const MOST_BYTES = 16 * 1_024;
/** Of requests that name no organization, and so can only fail. */
const RATE = { requests: 30, seconds: 60 };

/** The token and revocation endpoint: one hop to the organization that the code or token names, tagged like a key. */
export function handleToken(request: Request, env: Env): Promise<Response> {
  return answerOAuth(async () => {
    const { apiUrl, keyRing } = getConfig(env);
    const { headers, method } = request;
    const body = method === "POST" ? await readText(request, MOST_BYTES) : null;
    const forwarded = new Request(`${apiUrl}${TOKEN_PATH}`, { method, headers, body });
    const organization = findSubjectOrganization(findToken(body ?? ""), keyRing);
    if (organization !== null) return getOrganization(env, organization).fetch(forwarded);
    const network = toNetwork(headers.get("cf-connecting-ip") ?? "");
    if (method === "POST") await consumeRate(env.DB, `oauth-token/${network}`, RATE, await getNow(env));
    const oauthEnv = toOAuthEnv(createOAuthRecords(env.DB));
    return fetchAuthorizationServer(apiUrl, oauthEnv, forwarded);
  });
}
