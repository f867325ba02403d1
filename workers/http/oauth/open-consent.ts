import { getConnector } from "#connectors/get-connector.ts";
import { toolsetTexts } from "#connectors/toolsets.ts";
import { isRole, listToolScopes, mayRole } from "#directory/roles.ts";
import { listOrganizationsOf } from "#directory/team/list-organizations-of.ts";
import type { Env } from "#env.ts";
import { AppError } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import type { RememberedGrant } from "#organization/grants/find-remembered.ts";
import { toRedirectHost } from "#organization/grants/list-grants.ts";
import { fromOAuthScopes } from "#organization/grants/oauth-scope.ts";
import type { Permissions } from "#organization/keys/scope.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { requireMember } from "../require-member.ts";
import type { Person } from "../require-person.ts";
import { beginConsent, type NamedClient } from "./consent.ts";
import { parseAuthorization } from "./parse-authorization.ts";
import { toShownName } from "./shown-name.ts";

interface Asked {
  /** Of the authorization endpoint, as it came. */
  query: string;
  /** Id or slug; left out: the one that the person works in. */
  organization?: string;
}

/**
 * What the consent page asks. A person of one organization who let the same client do as much within 30 days, and has not
 * taken it back, is not asked again, unless the client's address is one on the person's machine: any program there could
 * claim it (RFC 8252 §8.6).
 */
export async function openConsent(env: Env, headers: Headers, person: Person, asked: Asked) {
  const parsed = await parseAuthorization(env, asked.query);
  if (parsed.kind === "refused") return { kind: "redirect" as const, to: parsed.redirectTo, cookies: [] };
  const { client, request } = parsed;
  const named = {
    // Where nothing of it can be seen, its id says at least as much.
    clientName: toShownName(client.clientName) || toShownName(client.clientId),
    clientDomain: client.clientDomain ?? null,
  };
  const organizations = await listOpenOrganizations(env, person.userId);
  const wanted = asked.organization ?? person.activeOrganization;
  const first = organizations.find(({ id, slug }) => id === wanted || slug === wanted);
  const others = organizations.filter((one) => one !== first);
  const isChosen = first !== undefined && asked.organization !== undefined;
  const { about, member } = await findOpen(env, headers, [
    ...(first ? [first] : []),
    ...(isChosen ? [] : others),
  ]);
  const { clientId, redirectUri } = request;
  const remembered = member
    ? throwReceipt(
        await member.organization.findRememberedGrant({ memberId: person.userId, clientId, redirectUri }),
      )
    : null;
  const requested = fromOAuthScopes(request.scope);
  const isLocal = client.redirectIsLoopback || !redirectUri.startsWith("https:");
  const mayPass = organizations.length === 1 && !isLocal && !isToAsk(asked.query);
  if (member && mayPass && remembered !== null && covers(remembered, requested)) {
    const terms = { ...named, ...remembered, memberId: person.userId };
    const { redirectTo: to } = throwReceipt(
      await member.organization.approveGrant(member.by, { request, ...terms }),
    );
    return { kind: "redirect" as const, to, cookies: [] };
  }
  const { cookies, handle } = await beginConsent(env, person, request, named);
  return {
    kind: "consent" as const,
    cookies,
    handle,
    client: describe(named, {
      redirectUri,
      // What stands where a host would in an address of an app names nobody.
      redirectHost: toRedirectHost(redirectUri),
      isLocal,
      uri: client.clientUri,
    }),
    requested,
    toolsets: Object.entries(toolsetTexts).map(([name, text]) => ({ name, ...text })),
    organizations,
    organization: member
      ? {
          ...about,
          scopes: listToolScopes(member.role),
          connections: await listConnections(member, person.userId),
        }
      : null,
    remembered,
  };
}

/** Those that the person could let an assistant into. */
async function listOpenOrganizations({ DB }: Env, userId: string) {
  const all = await listOrganizationsOf(DB, userId);
  return all
    .filter(({ role, state, suspendedAt }) => state === "active" && suspendedAt === null && mayGrant(role))
    .map(({ id, name, slug }) => ({ id, name, slug: slug ?? id }));
}

/** The first that lets the person in. If none does: what the first says, as each may ask for something else. */
async function findOpen(
  env: Env,
  headers: Headers,
  organizations: { id: OrgId; slug: string; name: string }[],
) {
  const refusals: AppError[] = [];
  for (const about of organizations) {
    try {
      return { about, member: await requireMember(env, headers, about.id, { grant: ["write"] }, {}) };
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      refusals.push(thrown);
    }
  }
  const [refusal] = refusals;
  if (refusal !== undefined) throw refusal;
  return { about: undefined, member: undefined };
}

const mayGrant = (role: string) => isRole(role) && mayRole(role, { grant: ["write"] });

const isToAsk = (query: string) =>
  (new URLSearchParams(query).get("prompt") ?? "").split(" ").includes("consent");

function covers(remembered: RememberedGrant, { scopes, toolsets }: Permissions): boolean {
  const kept = remembered.toolsets;
  const hasToolsets = kept === null || (toolsets ?? []).every((name) => kept.includes(name));
  return hasToolsets && scopes.every((scope) => remembered.scopes.includes(scope));
}

interface Described {
  redirectUri: string;
  redirectHost: string;
  isLocal: boolean;
  uri: string | undefined;
}

function describe({ clientDomain, clientName }: NamedClient, { uri = "", ...where }: Described) {
  return { name: clientName, domain: clientDomain, uri: uri.startsWith("https:") ? uri : null, ...where };
}

async function listConnections({ organization }: Awaited<ReturnType<typeof requireMember>>, userId: string) {
  const all = throwReceipt(await organization.listConnections());
  return all
    .filter(({ sharedWith }) => sharedWith?.includes(userId) ?? true)
    .map(({ connector, id, name }) => ({ id, connector, title: getConnector(connector).title, name }));
}
