import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { z } from "zod";
import { toEntitlement } from "#billing/to-entitlement.ts";
import { callMcp, callMcpTool, eras } from "#tests/mcp.ts";
import {
  callRest,
  createOrganization,
  fetchApi,
  setEntitlement,
  type TestOrganization,
} from "#tests/organization.ts";
import { listSampleCalls, withoutClock } from "#tests/tool-arguments.ts";

const CONNECTOR_FREE = "get_connection_status";
/** What two small accounts have in common, or may both have none of. */
const ALIKE = [
  "get_gap_nights",
  "get_reference_data",
  "get_revenue_by_channel",
  "get_task",
  "list_changes",
  "list_coupons",
  "list_custom_fields",
  "list_guest_charges",
  "list_message_templates",
  "list_owner_statements",
  "list_reviews",
  "list_unanswered_messages",
  "list_users",
];

/** Two organizations on two accounts that use the same ids for different listings and bookings. */
const createPair = async () => [await createOrganization(), await createOrganization()] as const;

const Ids = z.array(z.object({ id: z.number() }));
const Listed = z.object({ properties: Ids.optional(), bookings: Ids.optional() });

async function listIds({ apiKey }: TestOrganization): Promise<number[]> {
  const everything = { get_properties: {}, get_bookings: { status: ["all"] } };
  const [properties, bookings] = await Promise.all(
    Object.entries(everything).map(async ([name, args]) =>
      Listed.parse((await callRest(apiKey, name, args)).body),
    ),
  );
  return [...(properties?.properties ?? []), ...(bookings?.bookings ?? [])].map(({ id }) => id).sort();
}

async function readUri({ apiKey }: TestOrganization, uri: string): Promise<string> {
  return JSON.stringify((await callMcp(apiKey, "resources/read", { uri })).result);
}

test("two organizations with colliding ids never see each other's data", async () => {
  const pair = await createPair();
  const [ids, otherIds] = await Promise.all(pair.map(listIds));
  expect(ids).toHaveLength(15);
  expect(ids).toEqual(otherIds);

  await Promise.all(pair.map((organization) => setEntitlement(organization, { burst: 10_000 })));
  const calls = await listSampleCalls(pair[0].apiKey);
  // One after another: an account takes so many requests in ten seconds.
  const answerAll = async ({ apiKey }: TestOrganization) => {
    const answers: unknown[] = [];
    for (const { name, args } of calls) answers.push(withoutClock((await callRest(apiKey, name, args)).body));
    return answers;
  };
  const [alone, otherAlone] = [await answerAll(pair[0]), await answerAll(pair[1])];

  // Every tool for both at once, over both surfaces and several times: each answer is the one it was when alone.
  for (const era of eras) {
    for (const [index, { name, args }] of calls.entries()) {
      await Promise.all(
        [alone, otherAlone].map(async (expected, side) => {
          const apiKey = pair[side === 0 ? 0 : 1].apiKey;
          const [rest, mcp] = await Promise.all([
            callRest(apiKey, name, args),
            callMcpTool(apiKey, name, args, era),
          ]);
          // Not every id of the one is an id of the other too.
          if (side === 1 && rest.error?.code === "not_found") {
            expect(mcp.result.isError, name).toBe(true);
            return;
          }
          expect(rest.status, name).toBe(200);
          expect(withoutClock(rest.body), name).toEqual(expected[index]);
          expect(withoutClock(mcp.result.structuredContent), name).toEqual(expected[index]);
        }),
      );
    }
  }
  const alike = calls.filter((_, index) => isDeepStrictEqual(alone[index], otherAlone[index]));
  expect(ALIKE).toEqual(expect.arrayContaining(alike.map(({ name }) => name)));
});

test("a resource of a colliding id is read from the own account only", async () => {
  const [one, other] = await createPair();
  for (const uri of ["listing://40160", "booking://5100001"]) {
    const [own, theirs] = await Promise.all([readUri(one, uri), readUri(other, uri)]);
    expect(own).toContain(uri);
    expect(own).not.toBe(theirs);
    expect(await readUri(one, uri)).toBe(own);
  }
});

test("a cursor of one organization is refused by the other", async () => {
  const [one, other] = await createPair();
  const { body } = await callRest(one.apiKey, "get_properties", { limit: 1 });
  const args = { limit: 1, cursor: body.next_cursor };
  expect((await callRest(one.apiKey, "get_properties", args)).status).toBe(200);
  expect((await callRest(other.apiKey, "get_properties", args)).error?.code).toBe("invalid_cursor");
});

test("a key opens only the organization it was made for, whatever else the caller claims", async () => {
  const [one, other] = await createPair();
  for (const { id, apiKey } of [one, other]) {
    const response = await fetchApi(`/api/health?org_id=${other.id}`, {
      headers: { "x-api-key": apiKey, "x-organization-id": other.id },
    });
    expect(await response.json()).toMatchObject({ org_id: id });
  }
  const named = await callRest(one.apiKey, "get_connection_status", { organization_id: other.id });
  expect(named.error?.code).toBe("invalid_request");
});

test("a key that carries another organization's locator is refused there", async () => {
  const [one, other] = await createPair();
  expect((await one.object.identify(other.apiKey)).ok).toBe(false);
  const call = await one.object.callTool({ key: other.apiKey, name: "get_properties", args: {} });
  expect(call).toMatchObject({ ok: false, status: 401, receipt: { code: "invalid_key" } });
});

test("what one organization does changes nothing in the other", async () => {
  const [one, other] = await createPair();
  const status = async ({ apiKey }: TestOrganization) => (await callRest(apiKey, CONNECTOR_FREE)).body;
  const before = await status(other);
  await callRest(one.apiKey, "get_bookings");
  await one.object.createKey({ actor: "system" }, { name: "Another" });
  const nothing = { toolCalls: 1, apiKeys: 0, connections: 0, members: 1, clientConfigurations: 0 };
  await one.object.setEntitlement({
    ...toEntitlement("free", { status: "suspended", version: 2 }),
    ...nothing,
  });
  expect((await callRest(one.apiKey, "get_bookings")).status).toBe(402);
  expect(await status(other)).toEqual({
    ...before,
    tool_calls: { used: 2, limit: 10_000, resets_at: "2027-04-01T00:00:00.000Z" },
  });
});

test("ten organizations at once each get their own answers", async () => {
  const organizations = await Promise.all(Array.from({ length: 10 }, () => createOrganization()));
  const answers = await Promise.all(
    organizations.flatMap(({ apiKey, account }) =>
      Array.from({ length: 5 }, async () => {
        const { body } = await callRest(apiKey, CONNECTOR_FREE);
        return [
          account.accountId,
          z.object({ connections: z.array(z.object({ account: z.string() })) }).parse(body).connections,
        ];
      }),
    ),
  );
  expect(answers).toHaveLength(50);
  for (const [accountId, connections] of answers) expect(connections).toEqual([{ account: accountId }]);
});
