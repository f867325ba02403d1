import { createRoute, z } from "@hono/zod-openapi";
import { ClientConfigurationId, ConnectionId, GrantId, KeyId } from "#ids.ts";
import { connectAccount } from "#lifecycle/connect-account.ts";
import { Connect } from "#organization/connections/connect.ts";
import { RotateCredential } from "#organization/connections/rotate-credential.ts";
import { ShareConnection } from "#organization/connections/share-connection.ts";
import { UpdateConnection } from "#organization/connections/update-connection.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import { toBillingContext } from "./billing/to-billing-context.ts";
import { ErrorCode, json, OneOrganization, refusals, toBody } from "./schemas.ts";

const CONNECTIONS = "/api/v1/organizations/{organization}/connections";
const OneConnection = OneOrganization.extend({ connection: ConnectionId });

const Connection = z
  .object({
    id: ConnectionId,
    connector: z.string(),
    name: z.string(),
    accountLabel: z.string(),
    status: z.enum(["valid", "invalid"]),
    createdAt: z.number(),
    checkedAt: z.number(),
    lastError: z
      .object({ code: ErrorCode, at: z.number() })
      .nullable()
      .describe("What went wrong last since the last check that passed"),
    sharedWith: z
      .array(z.string())
      .nullable()
      .describe("Ids of the members whose keys may use it; null: everybody's"),
  })
  .openapi("Connection");

export const ListedConnection = Connection.extend({
  webhook: z
    .object({ state: z.enum(["registered", "pending"]), error: ErrorCode.nullable() })
    .nullable()
    .describe("Whether the upstream tells of changes; null: it never does"),
}).openapi("ListedConnection");

const list = createRoute({
  method: "get",
  path: CONNECTIONS,
  operationId: "listConnections",
  summary: "List the connected accounts and how they fare; no secret is in the answer",
  ...permitted({ connection: ["read"] }),
  request: { params: OneOrganization },
  responses: {
    200: json("The connections", z.object({ connections: z.array(ListedConnection) })),
    ...refusals,
  },
});

const connect = createRoute({
  method: "post",
  path: CONNECTIONS,
  operationId: "connectAccount",
  summary: "Connect an account; the credential is tried upstream before it is kept",
  ...permitted({ connection: ["write"] }),
  request: { params: OneOrganization, body: toBody(Connect) },
  responses: { 201: json("The new connection", Connection), ...refusals },
});

const update = createRoute({
  method: "patch",
  path: `${CONNECTIONS}/{connection}`,
  operationId: "updateConnection",
  summary: "Rename a connection",
  ...permitted({ connection: ["write"] }),
  request: { params: OneConnection, body: toBody(UpdateConnection.omit({ connection: true })) },
  responses: { 200: json("The connection as it is now", Connection), ...refusals },
});

const rotate = createRoute({
  method: "put",
  path: `${CONNECTIONS}/{connection}/credential`,
  operationId: "rotateCredential",
  summary: "Replace the credential by another of the same account, once the upstream accepts it",
  ...permitted({ connection: ["write"] }),
  request: { params: OneConnection, body: toBody(RotateCredential.omit({ connection: true })) },
  responses: { 200: json("The connection as it is now", Connection), ...refusals },
});

const share = createRoute({
  method: "put",
  path: `${CONNECTIONS}/{connection}/members`,
  operationId: "shareConnection",
  summary: "Say whose keys may use a connection",
  ...permitted({ connection: ["write"] }),
  request: { params: OneConnection, body: toBody(ShareConnection.omit({ connection: true })) },
  responses: { 200: json("The connection as it is now", Connection), ...refusals },
});

const test = createRoute({
  method: "post",
  path: `${CONNECTIONS}/{connection}/test`,
  operationId: "testConnection",
  summary: "Ask the upstream now whether a connection works",
  ...permitted({ connection: ["write"] }),
  request: { params: OneConnection },
  responses: {
    200: json(
      "What came of it",
      Connection.extend({ state: z.enum(["working", "rejected", "unreachable"]) }).openapi(
        "TestedConnection",
      ),
    ),
    ...refusals,
  },
});

const dependents = createRoute({
  method: "get",
  path: `${CONNECTIONS}/{connection}/dependents`,
  operationId: "listDependents",
  summary: "See what no longer reaches an account once it is disconnected",
  ...permitted({ connection: ["write"] }),
  request: { params: OneConnection },
  responses: {
    200: json(
      "What depends on the connection",
      z
        .object({
          keys: z.array(z.object({ id: KeyId, name: z.string(), masked: z.string() })),
          grants: z.array(z.object({ id: GrantId, name: z.string() })),
          clients: z.array(z.object({ id: ClientConfigurationId, name: z.string() })),
          isBilled: z.boolean().describe("Whether its listings are counted for the bill"),
        })
        .openapi("Dependents"),
    ),
    ...refusals,
  },
});

const disconnect = createRoute({
  method: "delete",
  path: `${CONNECTIONS}/{connection}`,
  operationId: "disconnect",
  summary: "Forget an account and its credential",
  ...permitted({ connection: ["write"] }),
  request: { params: OneConnection },
  responses: { 204: { description: "Disconnected" }, ...refusals },
});

export const connections = createApi()
  .openapi(list, async (c) => {
    const { organization } = c.get("member");
    return c.json({ connections: throwReceipt(await organization.listConnections()) }, 200);
  })
  .openapi(connect, async (c) => {
    return c.json(await connectAccount(await toBillingContext(c), c.req.valid("json")), 201);
  })
  .openapi(update, async (c) => {
    const { by, organization } = c.get("member");
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(throwReceipt(await organization.updateConnection(by, input)), 200);
  })
  .openapi(rotate, async (c) => {
    const { by, organization } = c.get("member");
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(throwReceipt(await organization.rotateCredential(by, input)), 200);
  })
  .openapi(share, async (c) => {
    const { by, organization } = c.get("member");
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(throwReceipt(await organization.shareConnection(by, input)), 200);
  })
  .openapi(test, async (c) => {
    const { by, organization } = c.get("member");
    return c.json(throwReceipt(await organization.testConnection(by, c.req.valid("param"))), 200);
  })
  .openapi(dependents, async (c) => {
    const { organization } = c.get("member");
    return c.json(throwReceipt(await organization.listDependents(c.req.valid("param"))), 200);
  })
  .openapi(disconnect, async (c) => {
    const { by, organization } = c.get("member");
    throwReceipt(await organization.disconnect(by, c.req.valid("param")));
    return c.body(null, 204);
  });
