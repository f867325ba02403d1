import { createRoute, z } from "@hono/zod-openapi";
import { ClientConfigurationId, ConnectionId, KeyId } from "#ids.ts";
import { KeyClientName } from "#organization/clients/client-catalogue.ts";
import { Environment } from "#organization/clients/client-terms.ts";
import { CreateClientConfiguration } from "#organization/clients/create-client-configuration.ts";
import { UpdateClientConfiguration } from "#organization/clients/update-client-configuration.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { assertMade, assertOwnKey } from "../assert-own-key.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import type { Member } from "../require-member.ts";
import { ClientSetup, Placeholder } from "./client-setups.ts";
import { json, OneOrganization, refusals, toBody } from "./schemas.ts";

const CLIENTS = "/api/v1/organizations/{organization}/clients";
const OneClient = OneOrganization.extend({ client: ClientConfigurationId });

const ClientConfiguration = z
  .object({
    id: ClientConfigurationId,
    name: z.string(),
    client: KeyClientName,
    clientTitle: z.string(),
    environment: Environment,
    key: KeyId,
    keyName: z.string(),
    maskedKey: z.string(),
    keyState: z.enum(["active", "expired", "revoked"]),
    keyCreatedBy: z.string(),
    connections: z.array(ConnectionId).nullable().describe("Null: all that the key may use"),
    createdBy: z.string(),
    createdAt: z.number(),
    updatedAt: z.number(),
  })
  .openapi("ClientConfiguration");

const list = createRoute({
  method: "get",
  path: CLIENTS,
  operationId: "listClientConfigurations",
  summary: "List the clients that are set up, and whether their keys still work",
  ...permitted({ key: ["read"] }),
  request: { params: OneOrganization },
  responses: {
    200: json("The client configurations, oldest first", z.object({ clients: z.array(ClientConfiguration) })),
    ...refusals,
  },
});

const create = createRoute({
  method: "post",
  path: CLIENTS,
  operationId: "createClientConfiguration",
  summary: "Note how a client is set up: which client, with which key",
  ...permitted({ key: ["write"] }),
  request: { params: OneOrganization, body: toBody(CreateClientConfiguration) },
  responses: { 201: json("The new client configuration", ClientConfiguration), ...refusals },
});

const get = createRoute({
  method: "get",
  path: `${CLIENTS}/{client}`,
  operationId: "getClientConfiguration",
  summary: "Get a client configuration with the text to paste into the client",
  ...permitted({ key: ["read"] }),
  request: { params: OneClient },
  responses: {
    200: json(
      "The client configuration",
      ClientConfiguration.extend({ setup: ClientSetup.extend({ placeholder: Placeholder }) }).openapi(
        "ClientConfigurationWithSetup",
      ),
    ),
    ...refusals,
  },
});

const update = createRoute({
  method: "patch",
  path: `${CLIENTS}/{client}`,
  operationId: "updateClientConfiguration",
  summary: "Change a client configuration",
  ...permitted({ key: ["write"] }),
  request: { params: OneClient, body: toBody(UpdateClientConfiguration) },
  responses: { 200: json("The client configuration as it is now", ClientConfiguration), ...refusals },
});

const remove = createRoute({
  method: "delete",
  path: `${CLIENTS}/{client}`,
  operationId: "deleteClientConfiguration",
  summary: "Delete a client configuration; its key lives on",
  ...permitted({ key: ["write"] }),
  request: { params: OneClient },
  responses: { 204: { description: "Deleted" }, ...refusals },
});

export const clients = createApi()
  .openapi(list, async (c) => {
    const { organization } = c.get("member");
    return c.json({ clients: throwReceipt(await organization.listClientConfigurations()) }, 200);
  })
  .openapi(create, async (c) => {
    const { by, organization } = c.get("member");
    const input = c.req.valid("json");
    await assertOwnKey(c.get("member"), input.key);
    return c.json(throwReceipt(await organization.createClientConfiguration(by, input)), 201);
  })
  .openapi(get, async (c) => {
    const { organization } = c.get("member");
    const { client } = c.req.valid("param");
    return c.json(throwReceipt(await organization.getClientConfiguration(client)), 200);
  })
  .openapi(update, async (c) => {
    const { by, organization } = c.get("member");
    const { client } = c.req.valid("param");
    const input = c.req.valid("json");
    await assertOwn(c.get("member"), client);
    if (input.key !== undefined) await assertOwnKey(c.get("member"), input.key);
    return c.json(throwReceipt(await organization.updateClientConfiguration(by, client, input)), 200);
  })
  .openapi(remove, async (c) => {
    const { by, organization } = c.get("member");
    const { client } = c.req.valid("param");
    await assertOwn(c.get("member"), client);
    throwReceipt(await organization.deleteClientConfiguration(by, client));
    return c.body(null, 204);
  });

/** Whose the key is, theirs is the configuration, also when the key is revoked. */
async function assertOwn(member: Member, id: ClientConfigurationId): Promise<void> {
  if (member.role !== "member") return;
  const { keyCreatedBy } = throwReceipt(await member.organization.getClientConfiguration(id));
  assertMade(member, keyCreatedBy);
}
