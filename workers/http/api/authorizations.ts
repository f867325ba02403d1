import { createRoute, z } from "@hono/zod-openapi";
import { ConnectionId, OrgId } from "#ids.ts";
import { Scope } from "#organization/keys/scope.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { createApi } from "../hono.ts";
import { endConsent } from "../oauth/consent.ts";
import { openConsent } from "../oauth/open-consent.ts";
import { signedIn } from "../permitted.ts";
import { requireMember } from "../require-member.ts";
import { json, refusals, toBody } from "./schemas.ts";

const AUTHORIZATIONS = "/api/v1/authorizations";

const Access = z.object({
  scopes: z.array(Scope).min(1),
  toolsets: z.array(z.string()).nullable().describe("Null: all"),
});
const Terms = Access.extend({
  connections: z.array(ConnectionId).nullable().describe("Null: all, later ones too"),
});
const Handle = z.string().max(200);
const NamedOrganization = z.object({ id: OrgId, slug: z.string(), name: z.string() });

const Redirect = z
  .object({ kind: z.literal("redirect"), to: z.string().describe("Where the browser goes on") })
  .openapi("AuthorizationRedirect");

const Consent = z
  .object({
    kind: z.literal("consent"),
    handle: z
      .string()
      .describe("For the decision: it works once, for ten minutes, in this browser and session"),
    client: z.object({
      name: z.string().describe("As it calls itself"),
      domain: z.string().nullable().describe("Whose it is, where its id proves it; null: only its word"),
      uri: z.string().nullable().describe("Its page about itself"),
      redirectUri: z.string(),
      redirectHost: z.string().describe("Where its access goes"),
      isLocal: z.boolean().describe("It is an app on the person's own machine"),
    }),
    requested: Access,
    toolsets: z.array(z.object({ name: z.string(), title: z.string(), summary: z.string() })),
    organizations: z.array(NamedOrganization).describe("Those that you could let it into"),
    organization: NamedOrganization.extend({
      scopes: z.array(Scope).describe("What your role here includes"),
      connections: z.array(
        z.object({ id: ConnectionId, connector: z.string(), title: z.string(), name: z.string() }),
      ),
    })
      .nullable()
      .describe("The one that this page is about; null: there is none"),
    remembered: Terms.nullable().describe("What you let it do here last"),
  })
  .openapi("Consent");

const begin = createRoute({
  method: "post",
  path: AUTHORIZATIONS,
  operationId: "beginAuthorization",
  summary: "Open the consent page that an assistant sent you to",
  ...signedIn(),
  request: {
    body: toBody(
      z.object({
        query: z.string().max(20_000).describe("Of the authorization endpoint, as it came"),
        organization: z.string().max(100).optional().describe("Id or slug; left out: the one you work in"),
      }),
    ),
  },
  responses: {
    200: json("What to ask, or where to go on", z.discriminatedUnion("kind", [Consent, Redirect])),
    ...refusals,
  },
});

const decide = createRoute({
  method: "post",
  path: `${AUTHORIZATIONS}/decide`,
  operationId: "decideAuthorization",
  summary: "Let an assistant in, or do not",
  ...signedIn(),
  request: {
    body: toBody(
      z.discriminatedUnion("decision", [
        z.object({ decision: z.literal("deny"), handle: Handle }),
        Terms.extend({
          // What is refused here leaves the handle as it was.
          toolsets: Terms.shape.toolsets.unwrap().min(1, "name one at least").nullable(),
          connections: Terms.shape.connections.unwrap().min(1, "name one at least").nullable(),
          decision: z.literal("approve"),
          handle: Handle,
          organization: z.string().max(100).describe("Id or slug"),
        }),
      ]),
    ),
  },
  responses: { 200: json("Where the browser goes on", Redirect), ...refusals },
});

export const authorizations = createApi()
  .openapi(begin, async (c) => {
    const { cookies, ...opened } = await openConsent(
      c.env,
      c.req.raw.headers,
      c.get("person"),
      c.req.valid("json"),
    );
    for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
    return c.json(opened, 200);
  })
  .openapi(decide, async (c) => {
    const person = c.get("person");
    const { headers } = c.req.raw;
    const decided = c.req.valid("json");
    // Before the handle is used up: what is refused here can be tried again.
    const member =
      decided.decision === "approve" &&
      (await requireMember(c.env, headers, decided.organization, { grant: ["write"] }, {}));
    const { client, cookies, deniedTo, request } = await endConsent(c.env, person, c.req.raw, decided.handle);
    for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
    if (!member) return c.json({ kind: "redirect" as const, to: deniedTo }, 200);
    const { connections, scopes, toolsets } = decided;
    const terms = { ...client, connections, scopes, toolsets, memberId: person.userId };
    const { redirectTo: to } = throwReceipt(
      await member.organization.approveGrant(member.by, { request, ...terms }),
    );
    return c.json({ kind: "redirect" as const, to }, 200);
  });
