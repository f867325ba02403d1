import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { createOAuthRecords } from "#directory/oauth-records.ts";
import { type Env, getConfig } from "#env.ts";
import type { OrgId } from "#ids.ts";
import { pushPolicy } from "#lifecycle/push-policy.ts";
import { toMcpAddress } from "#organization/clients/client-setup.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { getAuthorizationServer, TOKEN_PATH, toOAuthEnv } from "#organization/grants/authorization-server.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";

const REDIRECT = "https://assistant.example.org/callback";
const Tokens = z.object({ access_token: z.string() });

/** The access token of an assistant that a member of the organization has let in. */
export async function letIn(env: Env, organization: OrgId): Promise<string> {
  const { apiUrl } = getConfig(env);
  const memberId = await addMember(env, organization);
  const oauthEnv = toOAuthEnv(createOAuthRecords(env.DB));
  const oauth = getAuthorizationServer(apiUrl).getOAuthApi(oauthEnv);
  const { clientId } = await oauth.createClient({
    redirectUris: [REDIRECT],
    tokenEndpointAuthMethod: "none",
  });
  const verifier = randomBytes(32).toString("base64url");
  const approved = await getOrganization(env, organization).approveGrant(
    { actor: `user:${memberId}` },
    {
      request: {
        responseType: "code",
        clientId,
        redirectUri: REDIRECT,
        scope: [],
        state: "",
        codeChallenge: createHash("sha256").update(verifier).digest("base64url"),
        codeChallengeMethod: "S256",
        resource: toMcpAddress(apiUrl),
      },
      memberId,
      clientName: "Bench",
      clientDomain: null,
      // What the keys have here, so that the same tools are listed.
      scopes: ["read"],
      toolsets: null,
      connections: null,
    },
  );
  const code = new URL(throwReceipt(approved).redirectTo).searchParams.get("code") ?? "";
  const form = {
    grant_type: "authorization_code",
    client_id: clientId,
    code,
    code_verifier: verifier,
    redirect_uri: REDIRECT,
  };
  const answer = await getOrganization(env, organization).fetch(
    new Request(`${apiUrl}${TOKEN_PATH}`, { method: "POST", body: new URLSearchParams(form) }),
  );
  return Tokens.parse(await answer.json()).access_token;
}

async function addMember(env: Env, organization: OrgId): Promise<string> {
  const id = `bench${randomBytes(8).toString("hex")}`;
  await env.DB.batch([
    env.DB.prepare("insert into users (id, name, email, created_at, updated_at) values (?, ?, ?, 0, 0)").bind(
      id,
      id,
      `${id}@example.com`,
    ),
    env.DB.prepare(
      "insert into members (id, organization_id, user_id, role, created_at) values (?, ?, ?, 'owner', 0)",
    ).bind(id, organization, id),
  ]);
  await pushPolicy(env, organization);
  return id;
}
