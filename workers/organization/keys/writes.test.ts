import { expect, test } from "vitest";
import { z } from "zod";
import { callMcp } from "#tests/mcp.ts";
import { createKey, createOrganization, getValue, restart } from "#tests/organization.ts";

const by = { actor: "system" } as const;
const Tools = z.object({ tools: z.array(z.object({ name: z.string(), inputSchema: z.looseObject({}) })) });

const listTools = async (apiKey: string) => Tools.parse((await callMcp(apiKey, "tools/list")).result).tools;

test("a key that may write is made so, can be limited to dry runs later, and keeps that when it is regenerated", async () => {
  const organization = await createOrganization();
  const { object } = organization;
  const key = await createKey(organization, { scopes: ["read", "write"] });
  expect(key.writes).toBe("allowed");
  expect(getValue(await object.updateKey(by, key.id, { writes: "dry_run" })).writes).toBe("dry_run");
  await restart(organization);
  expect(getValue(await organization.object.listKeys()).find(({ id }) => id === key.id)?.writes).toBe(
    "dry_run",
  );
  const next = getValue(await organization.object.regenerateKey(by, key.id));
  expect(next.writes).toBe("dry_run");
  expect(getValue(await organization.object.identify(next.secret))).toMatchObject({ writes: "dry_run" });
});

test("a read-only key is shown no tool that writes; one for dry runs is", async () => {
  const organization = await createOrganization();
  const reader = (await listTools(organization.apiKey)).map(({ name }) => name);
  const { secret } = await createKey(organization, { scopes: ["read", "write"], writes: "dry_run" });
  const trier = await listTools(secret);
  const added = trier.filter(({ name }) => !reader.includes(name));
  expect(reader).toContain("list_changes");
  expect(added.map(({ name }) => name)).toContain("undo_change");
  for (const { inputSchema } of added) expect(inputSchema.properties).toHaveProperty("dry_run");
});
