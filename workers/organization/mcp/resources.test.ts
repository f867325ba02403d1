import { expect, test } from "vitest";
import { z } from "zod";
import { connect, createAgency } from "#tests/connections.ts";
import { callMcp, eras } from "#tests/mcp.ts";
import { callRest, createOrganization, getValue, setEntitlement } from "#tests/organization.ts";
import { addFault, createAccount } from "#tests/sandbox.ts";

const Uris = z.object({ resources: z.array(z.object({ uri: z.string(), name: z.string() })) });
const Contents = z.object({
  contents: z.tuple([z.object({ uri: z.string(), mimeType: z.string(), text: z.string() })]),
});

test.each(eras)("the templates name every kind of resource, in the %s era", async (era) => {
  const { apiKey } = await createOrganization();
  const { result } = await callMcp(apiKey, "resources/templates/list", {}, era);
  expect(result.resourceTemplates).toMatchObject([
    { name: "listing", uriTemplate: "listing://{id}", mimeType: "application/json" },
    { name: "booking", uriTemplate: "booking://{id}", mimeType: "application/json" },
    { name: "conversation", uriTemplate: "conversation://{id}", mimeType: "application/json" },
  ]);
  if (era === "modern") expect(result.cacheScope).toBe("private");
});

test.each(eras)("what is listed can be read, and reads as the tool answers, in the %s era", async (era) => {
  const { apiKey } = await createOrganization();
  const { resources } = Uris.parse((await callMcp(apiKey, "resources/list", {}, era)).result);
  expect(resources.length).toBeGreaterThan(3);
  const tools = { listing: "get_property_details", booking: "get_booking_details" };
  for (const [scheme, tool] of Object.entries(tools)) {
    const uri = resources.find((resource) => resource.uri.startsWith(`${scheme}://`))?.uri ?? "";
    const id = Number(uri.split("//")[1]);
    const { result } = await callMcp(apiKey, "resources/read", { uri }, era);
    const [content] = Contents.parse(result).contents;
    expect(content).toMatchObject({ uri, mimeType: "application/json" });
    const name = scheme === "listing" ? "property_id" : "booking_id";
    expect(JSON.parse(content.text)).toEqual((await callRest(apiKey, tool, { [name]: id })).body);
    if (era === "modern") expect(result.cacheScope).toBe("private");
  }
});

const unknown = [
  "listing://999999",
  "booking://999999",
  "listing://",
  "listing://abc",
  "listing://-1",
  "listing://40160/calendar",
  "listing:40160",
  "guest://1",
  "listing://40160?account=Hostaway",
  "listing://40160?account=%E0%A4%A",
  "https://evil.test/",
  "file:///etc/passwd",
  "",
  `listing://${"1".repeat(70)}`,
];

test.each(unknown)("%j is not found", async (uri) => {
  const { apiKey } = await createOrganization();
  for (const era of eras) {
    const { error, result } = await callMcp(apiKey, "resources/read", { uri }, era);
    expect(error?.code, era).toBe(-32_602);
    expect(result).toEqual({});
  }
});

test("a resource that cannot be read now says why, as a receipt", async () => {
  const { account, apiKey } = await createOrganization();
  await addFault(account, { kind: "error", status: 422 });
  const { error } = await callMcp(apiKey, "resources/read", { uri: "listing://40160" });
  expect(error).toMatchObject({
    code: -32_603,
    data: { code: "upstream_rejected", url: expect.any(String) },
  });
});

test("a list that cannot be made now is empty", async () => {
  const { account, apiKey } = await createOrganization();
  await addFault(account, { kind: "error", status: 422 });
  expect((await callMcp(apiKey, "resources/list")).result).toMatchObject({ resources: [] });
});

test("resources stay open when the month's tool calls are used up", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { toolCalls: 0 });
  const { result } = await callMcp(organization.apiKey, "resources/read", { uri: "listing://40160" });
  expect(result.contents).toHaveLength(1);
});

test("with two accounts, resources name theirs, and are read from it and not from the other", async () => {
  const organization = await createOrganization();
  getValue(await connect(organization, await createAccount(), "Côte d'Azur & co"));
  const { apiKey } = organization;
  const { resources } = Uris.parse((await callMcp(apiKey, "resources/list")).result);
  const listings = resources.filter(({ uri }) => uri.startsWith("listing://40160?"));
  expect(listings.map(({ name }) => name)).toEqual([
    expect.stringContaining("(Hostaway)"),
    expect.stringContaining("(Côte d'Azur & co)"),
  ]);
  const answers = await Promise.all(
    listings.map(async ({ uri }) => {
      const { result } = await callMcp(apiKey, "resources/read", { uri });
      return JSON.parse(Contents.parse(result).contents[0].text);
    }),
  );
  for (const account of ["Hostaway", "Côte d'Azur & co"]) {
    const { body } = await callRest(apiKey, "get_property_details", { property_id: 40_160, account });
    expect(answers).toContainEqual(body);
  }
  expect(answers[0]).not.toEqual(answers[1]);
});

test("with two accounts, a resource of no account or an unknown one is not found", async () => {
  const { apiKey } = await createAgency();
  const { result } = await callMcp(apiKey, "resources/templates/list");
  expect(result.resourceTemplates).toMatchObject([
    { uriTemplate: "listing://{id}{?account}" },
    { uriTemplate: "booking://{id}{?account}" },
    { uriTemplate: "conversation://{id}{?account}" },
  ]);
  for (const uri of ["listing://40160", "listing://40160?account=Paris", "listing://40160?account=Empty"])
    expect((await callMcp(apiKey, "resources/read", { uri })).error?.code, uri).toBe(-32_602);
});
