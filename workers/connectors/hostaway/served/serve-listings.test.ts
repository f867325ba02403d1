import { expect, test } from "vitest";
import { z } from "zod";
import { isWriteTool, listTools } from "#organization/tools/tool-table.ts";
import { connect } from "#tests/connections.ts";
import { callMcp } from "#tests/mcp.ts";
import { callRest, createKey, createOrganization, setEntitlement } from "#tests/organization.ts";
import { createAccount } from "#tests/sandbox.ts";
import { listSampleCalls } from "#tests/tool-arguments.ts";

const Things = z.array(
  z.object({
    id: z.number(),
    name: z.string().optional(),
    guest_name: z.string().optional(),
    property_id: z.number().optional(),
    property_name: z.string().optional(),
  }),
);

/** What the tools know of the third and later properties, while the plan serves all. */
async function readOthers(apiKey: string) {
  const readAll = async (name: string, list: string, args: object = {}) => {
    const { body } = await callRest(apiKey, name, { limit: 50, ...args });
    return Things.parse(body[list]);
  };
  const properties = (await readAll("get_properties", "properties")).sort((a, b) => a.id - b.id);
  const others = properties.slice(2);
  const [third] = others;
  if (third === undefined) throw new Error("The account has no third property.");
  const [bookings, conversations, tasks, reviews, statements] = await Promise.all([
    readAll("get_bookings", "bookings", { property_id: third.id, status: ["all"] }),
    readAll("get_conversations", "conversations", { property_id: third.id }),
    readAll("list_tasks", "tasks", { property_id: third.id, status: "all" }),
    readAll("list_reviews", "reviews", { property_id: third.id }),
    readAll("list_owner_statements", "statements"),
  ]);
  const ids = [...others, ...bookings, ...conversations, ...tasks, ...reviews].map(({ id }) => String(id));
  const names = others.flatMap(({ name }) => name ?? []);
  const first = {
    property_id: third.id,
    booking_id: bookings[0]?.id,
    conversation_id: conversations[0]?.id,
    task_id: tasks[0]?.id,
    review_id: reviews[0]?.id,
    statement_id: statements[0]?.id,
  };
  const own = properties.slice(0, 2).flatMap(({ name }) => name ?? []);
  return { first, ids, names: names.filter((name) => !own.includes(name)) };
}

type Others = Awaited<ReturnType<typeof readOthers>>;

/** Which of them a text tells of. */
function findIn(text: string, { ids, names }: Others): string[] {
  const numbers = new Set(text.match(/\d+/g));
  return [...ids.filter((id) => numbers.has(id)), ...names.filter((name) => text.includes(name))];
}

async function createFree(seed: "small" | "demo") {
  const organization = await createOrganization(await createAccount(seed));
  const others = await readOthers(organization.apiKey);
  await setEntitlement(organization, { plan: "free", listings: 2 });
  return { organization, others, apiKey: organization.apiKey };
}

test.each(["small", "demo"] as const)(
  "on the Free plan no tool that reads tells of a third property of the %s account",
  async (seed) => {
    const { apiKey, others } = await createFree(seed);
    for (const { name, args } of await listSampleCalls(apiKey)) {
      const statement = name === "get_owner_statement" ? { statement_id: others.first.statement_id } : {};
      const { body, error } = await callRest(apiKey, name, { ...args, ...statement });
      if (error !== undefined) expect([name, error.code]).toEqual([name, "plan_limit_reached"]);
      expect([name, findIn(JSON.stringify(body), others)]).toEqual([name, []]);
    }
  },
);

test.each(["small", "demo"] as const)(
  "on the Free plan what is asked about a third property of the %s account is refused or not found, whatever the tool",
  async (seed) => {
    const { apiKey, others } = await createFree(seed);
    const samples = new Map((await listSampleCalls(apiKey)).map(({ name, args }) => [name, args]));
    let refused = 0;
    for (const { tool, listed } of listTools()) {
      const accepted = Object.entries(others.first).filter(
        ([name, id]) => id !== undefined && name in (listed.inputSchema.properties ?? {}),
      );
      if (isWriteTool(tool)) continue;
      for (const [name, id] of accepted) {
        const required = tool.name === "get_conversation_history" || tool.name === "get_conversation_context";
        const { body, error } = await callRest(apiKey, tool.name, {
          ...(required ? {} : samples.get(tool.name)),
          [name]: id,
        });
        // Lists that Hostaway cannot filter by property are empty instead.
        expect([tool.name, name, findIn(JSON.stringify(body), others)]).toEqual([tool.name, name, []]);
        if (error === undefined) continue;
        expect([tool.name, name, error.code]).toEqual([tool.name, name, "plan_limit_reached"]);
        expect(error).toMatchObject({ limit: 2 });
        expect(error).not.toHaveProperty("used");
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(10);
  },
);

test("on the Free plan neither resources nor completions tell of a third property", async () => {
  const { apiKey, others } = await createFree("demo");
  const { result: listed } = await callMcp(apiKey, "resources/list");
  expect(findIn(JSON.stringify(listed), others)).toEqual([]);
  expect(JSON.stringify(listed).match(/listing:/g)).toHaveLength(2);
  const uri = `listing://${others.first.property_id}`;
  const { error } = await callMcp(apiKey, "resources/read", { uri });
  expect(error).toMatchObject({ data: { code: "plan_limit_reached", limit: 2 } });
  const ref = { type: "ref/resource", uri: "listing://{id}" };
  const { result } = await callMcp(apiKey, "completion/complete", {
    ref,
    argument: { name: "id", value: "" },
  });
  expect(result).toMatchObject({ completion: { values: [expect.any(String), expect.any(String)] } });
});

test("totals and pages count only what is served", async () => {
  const { apiKey } = await createFree("demo");
  const properties = await callRest(apiKey, "get_properties", { limit: 1 });
  expect(properties.body).toMatchObject({ properties: [{}], total: 2 });
  const next = await callRest(apiKey, "get_properties", { limit: 1, cursor: properties.body.next_cursor });
  expect(next.body.properties).toHaveLength(1);
  expect(next.body).not.toHaveProperty("next_cursor");
});

test("a larger plan serves everything again at once, and a smaller one nothing more from the cache", async () => {
  const { apiKey, organization, others } = await createFree("small");
  const read = () => callRest(apiKey, "get_property_details", { property_id: others.first.property_id });
  expect((await read()).status).toBe(402);
  await setEntitlement(organization, { listings: null, version: 3 });
  expect((await read()).status).toBe(200);
  await setEntitlement(organization, { listings: 2, version: 4 });
  expect((await read()).status).toBe(402);
});

test("an account with no more properties than the plan serves is served whole", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { listings: 3 });
  const { body } = await callRest(organization.apiKey, "get_properties");
  expect(body).toMatchObject({ total: 3 });
  expect((await callRest(organization.apiKey, "list_owner_statements")).error?.code).not.toBe(
    "plan_limit_reached",
  );
});

test("of several accounts the one that was connected first is served", async () => {
  const organization = await createOrganization();
  await connect(organization, await createAccount(), "Later");
  await setEntitlement(organization, { listings: 2 });
  const { status } = await callRest(organization.apiKey, "get_properties", { account: "Hostaway" });
  const later = await callRest(organization.apiKey, "get_properties", { account: "Later" });
  expect([status, later.error?.code]).toEqual([200, "plan_limit_reached"]);
});

test("a plan that serves some properties and also writes writes to these only", async () => {
  const { organization, others } = await createFree("small");
  const { secret } = await createKey(organization, { scopes: ["read", "write"] });
  const { property_id, booking_id } = others.first;
  const refused = await Promise.all([
    callRest(secret, "update_listing", { property_id, name: "Renamed" }),
    callRest(secret, "update_host_note", { booking_id, note: "Late" }),
  ]);
  expect(refused.map(({ error }) => error?.code)).toEqual(["plan_limit_reached", "plan_limit_reached"]);
});
