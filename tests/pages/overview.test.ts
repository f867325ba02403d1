import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { z } from "zod";
import { look } from "./look.ts";
import { createMember } from "./member.ts";
import { createOwner, expectOk, openPage, platform } from "./stage.ts";

const Created = z.object({ secret: z.string() });

test("a new organization's overview leads on, and weighs at most 120 KB of script", async () => {
  const { context, home } = await createOwner();
  const { page, complaints } = await openPage(context, home);
  await page.getByText("0 of 4 steps done.").waitFor();
  await page.getByText("No account is connected yet.").waitFor();
  await look(page, "overview-empty");
  await page.reload({ waitUntil: "networkidle" });
  const urls = z
    .array(z.string())
    .parse(
      await page.evaluate(
        "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'))",
      ),
    );
  const scripts = await Promise.all(urls.map(async (url) => (await fetch(url)).arrayBuffer()));
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(Buffer.from(script)).length, 0);
  console.log(`The overview loads ${(bytes / 1024).toFixed(1)} KB of script, gzipped.`);
  expect(urls.length).toBeGreaterThan(3);
  expect(bytes).toBeLessThan(120 * 1024);
  expect(complaints).toEqual([]);
});

test("calls, connections, the bill and what was done are on the overview, by role", async () => {
  const owner = await createOwner({ connected: true });
  const { ask, base, context, home } = owner;
  const { body } = await expectOk(ask("POST", `${base}/keys`, { name: "Office", scopes: ["read", "write"] }));
  const { secret } = Created.parse(body);
  for (const tool of ["get_properties", "get_bookings", "no_such_tool"]) {
    await fetch(`${platform.api}/api/v1/tools/${tool}`, {
      method: "POST",
      headers: { "X-API-Key": secret, "content-type": "application/json" },
      body: "{}",
    });
  }
  const { page, complaints } = await openPage(context, home);
  await page.getByRole("img", { name: "Tool calls: 2 of 10,000" }).waitFor();
  await page.getByText("1 of 3 calls").waitFor();
  await page.getByText("then $15 a month if you subscribe").waitFor();
  await page.getByText("Working", { exact: true }).waitFor();
  await page.getByText("Called", { exact: false }).first().waitFor();
  expect(await page.getByText("Finish setting up").count()).toBe(0);
  await look(page, "overview");

  const member = await createMember(owner, "member");
  const { page: hers } = await openPage(member.context, home);
  await hers.getByText("Working", { exact: true }).waitFor();
  expect(await hers.getByText("Projected bill").count()).toBe(0);
  expect(await hers.getByText("Newest activity").count()).toBe(0);
  await look(hers, "overview-member");

  const auditor = await createMember(owner, "auditor");
  const { page: theirs } = await openPage(auditor.context, home);
  await theirs.getByText("Newest activity").waitFor();
  await theirs.getByText("Projected bill").waitFor();
  expect(await theirs.getByText("All connections").count()).toBe(0);
  expect(await theirs.getByRole("link", { name: "New key" }).count()).toBe(0);
  await look(theirs, "overview-auditor");
  expect(complaints).toEqual([]);
});
