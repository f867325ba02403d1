import { expect, test } from "vitest";
import { createMember, createPerson } from "#tests/person.ts";

test("an owner downloads everything that the organization owns as one file", async () => {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const base = `/api/v1/organizations/${id}`;
  const { secret } = (await owner.browser.post(`${base}/keys`, { name: "Office" })).body as {
    secret: string;
  };
  const { body, headers } = await owner.browser.get(`${base}/export`);
  expect(headers.get("content-type")).toMatch("application/jsonl");
  expect(headers.get("content-disposition")).toBe('attachment; filename="organization.jsonl"');
  const lines = String(body).trimEnd().split("\n");
  const kinds = lines.map((line) => JSON.parse(line).kind);
  expect(new Set(kinds)).toEqual(new Set(["member", "organization", "entitlement", "key", "audit"]));
  expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ action: "organization/export", result: "ok" });
  expect(String(body)).not.toContain(secret);
});

test("an admin cannot take everything along", async () => {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const admin = await createMember(owner, id, "admin");
  expect((await admin.browser.get(`/api/v1/organizations/${id}/export`)).status).toBe(403);
});
