import { expect, test } from "vitest";
import { postMcp, toHeaders, toMessage } from "#tests/mcp.ts";
import {
  callRest,
  createKey,
  createOrganization,
  fetchApi,
  getReceipt,
  getValue,
  readTable,
  restart,
  type TestOrganization,
} from "#tests/organization.ts";
import { stopClock } from "#tests/sandbox.ts";
import { isAllowedFrom } from "./ip-allow-list.ts";

const OFFICE = ["203.0.113.0/24", "2001:db8::/32"];
const INSIDE = "203.0.113.7";
const OUTSIDE = "198.51.100.1";

const callFrom = ({ object }: TestOrganization, key: string, ip?: string) =>
  object.callTool({ key, name: "get_properties", args: {}, ip });

test("a key with an allow-list works from its ranges, IPv4 and IPv6, and from nowhere else", async () => {
  const organization = await createOrganization();
  const { secret } = await createKey(organization, { ipAllowList: OFFICE });
  for (const ip of [INSIDE, "::ffff:203.0.113.7", "2001:db8::1"])
    getValue(await callFrom(organization, secret, ip));
  for (const ip of [OUTSIDE, "2001:db9::1", "::203.0.113.7", "nonsense", ""]) {
    expect(await callFrom(organization, secret, ip), ip).toMatchObject({
      ok: false,
      status: 403,
      receipt: { code: "ip_not_allowed", whoCanFix: "owner" },
    });
  }
});

test("a key with an allow-list is refused to a caller whose address is not known", async () => {
  const organization = await createOrganization();
  const { secret } = await createKey(organization, { ipAllowList: ["0.0.0.0/0", "::/0"] });
  expect(getReceipt(await callFrom(organization, secret)).code).toBe("ip_not_allowed");
  getValue(await callFrom(organization, secret, OUTSIDE));
});

test("a key without an allow-list works from anywhere", async () => {
  const organization = await createOrganization();
  for (const ip of [INSIDE, OUTSIDE, "2001:db9::1", undefined])
    getValue(await callFrom(organization, organization.apiKey, ip));
});

test("an address that is not allowed is 403 over MCP, REST and the health check alike", async () => {
  const organization = await createOrganization();
  const { id, secret } = await createKey(organization, { ipAllowList: [INSIDE] });
  const message = JSON.stringify(toMessage("legacy", "tools/list"));
  const answersFrom = async (ip: string) => {
    const headers = { "x-api-key": secret, "cf-connecting-ip": ip, "content-type": "application/json" };
    const mcp = await postMcp({ ...toHeaders("legacy", "tools/list"), ...headers }, message);
    const rest = await fetchApi("/api/v1/tools/get_properties", { method: "POST", headers, body: "{}" });
    const health = await fetchApi("/api/health", { headers });
    return [
      mcp,
      { status: rest.status, text: await rest.text() },
      { status: health.status, text: await health.text() },
    ];
  };
  for (const { status } of await answersFrom(INSIDE)) expect(status).toBe(200);
  for (const { status, text } of await answersFrom(OUTSIDE)) {
    expect([status, JSON.parse(text).error.code]).toEqual([403, "ip_not_allowed"]);
  }
  const refusals = (await readTable(organization, "audit_log")).filter(
    ({ action }) => action === "authenticate",
  );
  expect(refusals[0]).toMatchObject({ actor: id, result: "ip_not_allowed", ip: OUTSIDE, surface: "mcp" });
});

test("a flood from an address that is not allowed leaves one row in ten seconds", async () => {
  const organization = await createOrganization();
  const { secret } = await createKey(organization, { ipAllowList: [INSIDE] });
  await stopClock();
  await Promise.all(Array.from({ length: 20 }, () => callFrom(organization, secret, OUTSIDE)));
  const refusals = (await readTable(organization, "audit_log")).filter(
    ({ action }) => action === "authenticate",
  );
  expect(refusals).toHaveLength(1);
});

test("the allow-list of a regenerated key is that of the key before it, also after a restart", async () => {
  const organization = await createOrganization();
  const { id } = await createKey(organization, { ipAllowList: OFFICE });
  const next = getValue(await organization.object.regenerateKey({ actor: "system" }, id));
  await restart(organization);
  expect(getReceipt(await callFrom(organization, next.secret, OUTSIDE)).code).toBe("ip_not_allowed");
  getValue(await callFrom(organization, next.secret, INSIDE));
});

const malformed = [
  "",
  "localhost",
  "203.0.113.0/33",
  "203.0.113.07",
  "2001:db8::/129",
  "*",
  "x".repeat(10_000),
];

test.each(malformed)("an allow-list with %j in it is the caller's mistake", async (range) => {
  const { object } = await createOrganization();
  const refused = await object.createKey(
    { actor: "system" },
    { name: "Office", ipAllowList: [INSIDE, range] },
  );
  expect(getReceipt(refused)).toMatchObject({ code: "invalid_request" });
  expect(getReceipt(refused).message).toBe("ipAllowList.1: is no IP address or CIDR range");
});

test("an allow-list that is empty or endless is refused: nobody could use the key", async () => {
  const { object } = await createOrganization();
  for (const ipAllowList of [[], Array.from({ length: 101 }, () => INSIDE)]) {
    expect(
      getReceipt(await object.createKey({ actor: "system" }, { name: "Office", ipAllowList })).code,
    ).toBe("invalid_request");
  }
});

test("no list allows every address, a list only its own", () => {
  expect(isAllowedFrom(null, undefined)).toBe(true);
  expect(isAllowedFrom(OFFICE, INSIDE)).toBe(true);
  expect(isAllowedFrom(OFFICE, undefined)).toBe(false);
});

test("a revoked key says so, wherever the call comes from", async () => {
  const organization = await createOrganization();
  const { id, secret } = await createKey(organization, { ipAllowList: OFFICE });
  await organization.object.deleteKey({ actor: "system" }, id);
  expect((await callRest(secret, "get_properties")).error?.code).toBe("revoked_key");
});
