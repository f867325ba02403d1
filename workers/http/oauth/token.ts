import { consumeRate } from "#directory/consume-rate.ts";
import { createOAuthRecords } from "#directory/oauth-records.ts";
import { type Env, getConfig } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { toNetwork } from "#lib/ip-range.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { fetchAuthorizationServer, toOAuthEnv } from "#organization/grants/authorization-server.ts";
import { findSubjectOrganization } from "#organization/grants/grant-subject.ts";
import { toGrantId } from "#organization/grants/grant-table.ts";
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
    const forwarded = new Request(request.url, { method, headers, body });
    const form = new URLSearchParams(body ?? "");
    const token = form.get("code") ?? form.get("refresh_token") ?? form.get("token") ?? "";
    const organization = findSubjectOrganization(token, keyRing);
    if (organization !== null) {
      const [, grant = ""] = token.split(":");
      const asked = forwarded.clone();
      const answer = await getOrganization(env, organization).requestToken(toGrantId(grant), asked);
      if (answer !== null) return answer;
    }
    const network = toNetwork(headers.get("cf-connecting-ip") ?? "");
    if (method === "POST") await consumeRate(env.DB, `oauth-token/${network}`, RATE, await getNow(env));
    const oauthEnv = toOAuthEnv(createOAuthRecords(env.DB));
    return fetchAuthorizationServer(apiUrl, oauthEnv, forwarded);
  });
}
