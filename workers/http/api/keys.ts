import { createRoute, z } from "@hono/zod-openapi";
import { KeyId } from "#ids.ts";
import { CreateKey } from "#organization/keys/create-key.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import { throwReceipt } from "../throw-receipt.ts";
import { json, refusals } from "./schemas.ts";

const KEYS = "/api/v1/organizations/{organization}/keys";
const Organization = z.object({ organization: z.string() });
const OneKey = Organization.extend({ key: KeyId });

const Key = z
  .looseObject({
    id: KeyId,
    name: z.string(),
    masked: z.string(),
    scopes: z.array(z.string()),
    createdAt: z.number(),
    expiresAt: z.number().nullable(),
    lastUsedAt: z.number().nullable(),
    calls: z.number(),
  })
  .openapi("Key");
const NewKey = Key.extend({ secret: z.string() }).openapi("NewKey");

const list = createRoute({
  method: "get",
  path: KEYS,
  operationId: "listKeys",
  summary: "List the organization's API keys, masked",
  ...permitted({ key: ["read"] }),
  request: { params: Organization },
  responses: { 200: json("The keys, oldest first", z.object({ keys: z.array(Key) })), ...refusals },
});

const create = createRoute({
  method: "post",
  path: KEYS,
  operationId: "createKey",
  summary: "Create an API key; the whole key is in this answer and in no other",
  ...permitted({ key: ["write"] }),
  request: {
    params: Organization,
    body: { required: true, content: { "application/json": { schema: CreateKey } } },
  },
  responses: { 201: json("The new key", NewKey), ...refusals },
});

const regenerate = createRoute({
  method: "post",
  path: `${KEYS}/{key}/regenerate`,
  operationId: "regenerateKey",
  summary: "Replace an API key by a new one under the same terms; the old one stops at once",
  ...permitted({ key: ["write"] }),
  request: { params: OneKey },
  responses: { 201: json("The new key", NewKey), ...refusals },
});

const remove = createRoute({
  method: "delete",
  path: `${KEYS}/{key}`,
  operationId: "deleteKey",
  summary: "Delete an API key; it answers 401 from its next request on",
  ...permitted({ key: ["write"] }),
  request: { params: OneKey },
  responses: { 204: { description: "Deleted" }, ...refusals },
});

export const keys = createApi()
  .openapi(list, async (c) => {
    const { organization } = c.get("member");
    return c.json({ keys: throwReceipt(await organization.listKeys()) }, 200);
  })
  .openapi(create, async (c) => {
    const { actor, organization } = c.get("member");
    return c.json(throwReceipt(await organization.createKey(actor, c.req.valid("json"))), 201);
  })
  .openapi(regenerate, async (c) => {
    const { actor, organization } = c.get("member");
    return c.json(throwReceipt(await organization.regenerateKey(actor, c.req.valid("param").key)), 201);
  })
  .openapi(remove, async (c) => {
    const { actor, organization } = c.get("member");
    throwReceipt(await organization.deleteKey(actor, c.req.valid("param").key));
    return c.body(null, 204);
  });
