import { expect, test } from "vitest";
import { z } from "zod";
import { callMcp, type Era, eras } from "#tests/mcp.ts";
import { callRest, createKey, createOrganization } from "#tests/organization.ts";

const template = (scheme: string) => ({ type: "ref/resource", uri: `${scheme}://{id}` });
const prompt = (name: string) => ({ type: "ref/prompt", name });

async function complete(apiKey: string, ref: object, name: string, value: string, era: Era = "legacy") {
  const { result } = await callMcp(apiKey, "completion/complete", { ref, argument: { name, value } }, era);
  return result.completion;
}

test.each(eras)("ids of a template are offered by id and by name, in the %s era", async (era) => {
  const { apiKey } = await createOrganization();
  const all = await complete(apiKey, template("listing"), "id", "", era);
  expect(all).toEqual({ values: expect.arrayContaining(["40160", "40161", "40162"]), hasMore: false });
  expect(await complete(apiKey, template("listing"), "id", "40162", era)).toMatchObject({
    values: ["40162"],
  });
  const { body } = await callRest(apiKey, "get_property_details", { property_id: 40162 });
  const name = String(body.name).toUpperCase();
  expect(await complete(apiKey, template("listing"), "id", name, era)).toMatchObject({ values: ["40162"] });
  expect(await complete(apiKey, template("listing"), "id", "nothing like it", era)).toMatchObject({
    values: [],
  });
});

test("bookings are offered by their guest, conversations too", async () => {
  const { apiKey } = await createOrganization();
  const { body } = await callRest(apiKey, "get_conversations");
  const Threads = z.array(z.object({ id: z.number(), guest_name: z.string() }));
  const [thread] = Threads.parse(body.conversations);
  const name = thread?.guest_name ?? "";
  expect(await complete(apiKey, template("conversation"), "id", name)).toMatchObject({
    values: expect.arrayContaining([String(thread?.id)]),
  });
  for (const [ref, argument] of [
    [template("booking"), "id"],
    [prompt("reply_to_guest"), "booking_id"],
  ] as const) {
    const offered = await complete(apiKey, ref, argument, "");
    expect(offered).toMatchObject({ values: expect.arrayContaining([expect.stringMatching(/^\d+$/)]) });
  }
});

test("arguments of prompts are offered where they name something, and nothing elsewhere", async () => {
  const { apiKey } = await createOrganization();
  expect(await complete(apiKey, prompt("pricing_review"), "property_id", "4016")).toMatchObject({
    values: expect.arrayContaining(["40160"]),
  });
  for (const [ref, name] of [
    [prompt("monthly_owner_report"), "month"],
    [prompt("no_such_prompt"), "property_id"],
    [template("nothing"), "id"],
    [template("listing"), "other"],
  ] as const) {
    expect(await complete(apiKey, ref, name, "4")).toEqual({ values: [], hasMore: false });
  }
});

test("a key without the toolset is offered nothing, and another organization only its own", async () => {
  const organization = await createOrganization();
  const { secret } = await createKey(organization, { toolsets: ["finance"] });
  expect(await complete(secret, template("listing"), "id", "")).toEqual({ values: [], hasMore: false });
  const other = await createOrganization();
  const name = (await callRest(organization.apiKey, "get_property_details", { property_id: 40160 })).body
    .name;
  expect(await complete(other.apiKey, template("listing"), "id", String(name))).toMatchObject({ values: [] });
});
