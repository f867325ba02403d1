import { consumeRate } from "#directory/consume-rate.ts";
import { type Env, getConfig } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { TOKEN_PATH } from "#organization/grants/authorization-server.ts";
import { findSubjectOrganization } from "#organization/grants/grant-subject.ts";
import { findToken } from "#organization/grants/handle-token-request.ts";
import { readText } from "../read-body.ts";
import { readNetwork } from "../read-network.ts";
import { answerOAuth } from "./answer-oauth.ts";
import { assertPublicClients } from "./assert-public-client.ts";
import { askOAuth } from "./library.ts";

const MOST_BYTES = 16 * 1_024;
/** From a network that names nobody; each request may have us look a client up. */
const RATE = { requests: 60, seconds: 60 };
/** Of a person's assistants together. */
const PERSON_RATE = { requests: 180, seconds: 60 };

/** The token and revocation endpoint: one hop to the organization that the code or token names, tagged like a key. */
export function handleToken(request: Request, env: Env): Promise<Response> {
  return answerOAuth(async () => {
    const { apiUrl, keyRing } = getConfig(env);
    const { headers, method } = request;
    const body = method === "POST" ? await readText(request, MOST_BYTES) : null;
    const form = new URLSearchParams(body ?? "");
    assertPublicClients(headers, form);
    const token = findToken(form);
    const organization = findSubjectOrganization(token, keyRing);
    const [subject = ""] = token.split(":");
    const [asker, rate] = organization === null ? [readNetwork(headers), RATE] : [subject, PERSON_RATE];
    if (method === "POST") await consumeRate(env.DB, `oauth-token/${asker}`, rate, await getNow(env));
    const forwarded = new Request(`${apiUrl}${TOKEN_PATH}`, { method, headers, body });
    if (organization !== null) return getOrganization(env, organization).fetch(forwarded);
    return askOAuth(env, forwarded);
  });
}
