import type { ApproveGrant } from "#organization/grants/approve-grant.ts";
import { askToken, newAuthorization, registerClient, Tokens, toExchange } from "./oauth.ts";
import { getValue, type TestOrganization } from "./organization.ts";

type Terms = Partial<Pick<ApproveGrant, "scopes" | "toolsets" | "connections" | "clientName">>;

/** What the consent page ends with: a member lets this client in. */
export async function approveFor(
  { object }: TestOrganization,
  memberId: string,
  clientId: string,
  terms: Terms = {},
) {
  const authorization = newAuthorization(clientId);
  const { parameters } = authorization;
  const approved = await object.approveGrant(
    { actor: `user:${memberId}` },
    {
      request: {
        responseType: "code",
        clientId,
        redirectUri: parameters.redirect_uri ?? "",
        scope: [],
        state: parameters.state ?? "",
        codeChallenge: parameters.code_challenge ?? "",
        codeChallengeMethod: "S256",
        resource: parameters.resource ?? "",
      },
      memberId,
      clientName: "Test assistant",
      clientDomain: null,
      scopes: ["read"],
      toolsets: null,
      connections: null,
      ...terms,
    },
  );
  return { authorization, approved };
}

/** An assistant that a member has let in, without a browser: the approval and the client's exchange. */
export async function letIn(
  organization: TestOrganization,
  memberId: string,
  terms: Terms = {},
  clientId?: string,
) {
  const client = clientId ?? (await registerClient());
  const { approved, authorization } = await approveFor(organization, memberId, client, terms);
  const code = new URL(getValue(approved).redirectTo).searchParams.get("code") ?? "";
  const { body } = await askToken(toExchange(authorization, code));
  const { access_token: token, refresh_token: refreshToken } = Tokens.parse(body);
  return { clientId: client, id: `grt_${token.split(":")[1]}` as const, token, refreshToken };
}
