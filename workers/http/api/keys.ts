import { createRoute, z } from "@hono/zod-openapi";
import { AppError } from "#errors.ts";
import { KeyId } from "#ids.ts";
import { CreateKey } from "#organization/keys/create-key.ts";
import { RegenerateKey } from "#organization/keys/regenerate-key.ts";
import { UpdateKey } from "#organization/keys/update-key.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { assertOwnKey } from "../assert-own-key.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import type { Member } from "../require-member.ts";
import { Key, NewKey, toNamedKey, toNamedKeys } from "./named-key.ts";
import { json, OneOrganization, refusals, toBody } from "./schemas.ts";

const KEYS = "/api/v1/organizations/{organization}/keys";
const OneKey = OneOrganization.extend({ key: KeyId });

const list = createRoute({
  method: "get",
  path: KEYS,
  operationId: "listKeys",
  summary: "List the organization's API keys, masked",
  ...permitted({ key: ["read"] }),
  request: { params: OneOrganization },
  responses: { 200: json("The keys, oldest first", z.object({ keys: z.array(Key) })), ...refusals },
});

const create = createRoute({
  method: "post",
  path: KEYS,
  operationId: "createKey",
  summary: "Create an API key; the whole key is in this answer and in no other",
  ...permitted({ key: ["write"] }),
  request: {
    params: OneOrganization,
    body: toBody(CreateKey),
  },
  responses: { 201: json("The new key", NewKey), ...refusals },
});

const regenerate = createRoute({
  method: "post",
  path: `${KEYS}/{key}/regenerate`,
  operationId: "regenerateKey",
  summary:
    "Replace an API key by a new one under the same terms; the old one stops at once, or after the days of grace",
  ...permitted({ key: ["write"] }),
  request: { params: OneKey, body: toBody(RegenerateKey) },
  responses: { 201: json("The new key", NewKey), ...refusals },
});

const update = createRoute({
  method: "patch",
  path: `${KEYS}/{key}`,
  operationId: "updateKey",
  summary: "Change an API key's name, end, addresses, toolsets or what its writes do",
  ...permitted({ key: ["write"] }),
  request: { params: OneKey, body: toBody(UpdateKey) },
  responses: { 200: json("The key as it is now", Key), ...refusals },
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
    const keys = throwReceipt(await organization.listKeys());
    return c.json({ keys: await toNamedKeys(c.env.DB, keys) }, 200);
  })
  .openapi(create, async (c) => {
    const { by, organization, role, userId } = c.get("member");
    assertMayMakeKeys(c.get("member"));
    const input = c.req.valid("json");
    // Whoever does not run the organization makes keys that reach what they themselves reach, and no more.
    const memberId = role === "member" ? userId : input.memberId;
    const key = throwReceipt(await organization.createKey(by, { ...input, memberId }));
    return c.json(await toNamedKey(c.env.DB, key), 201);
  })
  .openapi(regenerate, async (c) => {
    const { by, organization } = c.get("member");
    const { key } = c.req.valid("param");
    assertMayMakeKeys(c.get("member"));
    await assertOwnKey(c.get("member"), key);
    const next = throwReceipt(await organization.regenerateKey(by, key, c.req.valid("json")));
    return c.json(await toNamedKey(c.env.DB, next), 201);
  })
  .openapi(update, async (c) => {
    const { by, organization } = c.get("member");
    const { key } = c.req.valid("param");
    const change = c.req.valid("json");
    if (Object.keys(change).some((term) => term !== "name")) assertMayMakeKeys(c.get("member"));
    await assertOwnKey(c.get("member"), key);
    const changed = throwReceipt(await organization.updateKey(by, key, change));
    return c.json(await toNamedKey(c.env.DB, changed), 200);
  })
  .openapi(remove, async (c) => {
    const { by, organization } = c.get("member");
    const { key } = c.req.valid("param");
    await assertOwnKey(c.get("member"), key);
    throwReceipt(await organization.deleteKey(by, key));
    return c.body(null, 204);
  });

/** Regenerating makes a key too, and so does giving one other terms. */
function assertMayMakeKeys({ membership, role }: Member): void {
  if (role !== "member" || membership.keyCreation === "members") return;
  throw new AppError("role_not_sufficient", "In this organization, owners and admins make the keys.");
}
