import { expect, test, vi } from "vitest";
import { z } from "zod";
import { toCode } from "#tests/authenticator.ts";
import { look } from "./look.ts";
import { control, createOwner, createPerson, expectOk, openContext, openPage, platform } from "./stage.ts";

const Enabled = z.object({ totpURI: z.string() });
const Key = z.object({ secret: z.string() });

// There is one address that the settings name, so all tests here share this person, who gets a second factor in the first.
const operator = await createPerson({
  name: "Olga Operator",
  email: "operator@example.com",
  organization: "The platform",
});

async function openOperator(options = {}) {
  const context = await openContext(options);
  await context.addCookies(operator.listCookies().map((cookie) => ({ ...cookie, url: platform.dashboard })));
  return context;
}

const pages = [
  "",
  "/organizations",
  "/events",
  "/differences",
  "/plans",
  "/mail",
  "/webhooks",
  "/health",
  "/looks",
];
const missing = { name: "There is no page here" };

async function call(secret: string): Promise<number> {
  const { status } = await fetch(`${platform.api}/api/v1/tools/get_properties`, {
    method: "POST",
    headers: { "x-api-key": secret, "content-type": "application/json" },
    body: "{}",
  });
  return status;
}

test("an operator without a second factor is told to turn one on, and the console opens after that", async () => {
  const { page, complaints } = await openPage(await openOperator(), "/operator");
  await page.getByRole("heading", { name: "A second factor is needed here" }).waitFor();
  const way = page.getByRole("link", { name: "Turn on a second factor" });
  expect(await way.getAttribute("href")).toBe("/account/security");
  await look(page, "operator-refused");
  const enabled = await expectOk(
    operator.ask("POST", "/api/v1/auth/two-factor/enable", { password: "correct horse battery" }),
  );
  const code = toCode(Enabled.parse(enabled.body).totpURI);
  await expectOk(operator.ask("POST", "/api/v1/auth/two-factor/verify-totp", { code }));

  const after = await openPage(await openOperator(), "/");
  await after.page.locator("aside summary", { hasText: operator.email }).click();
  await after.page.locator("aside").getByRole("link", { name: "Operator console" }).click();
  await after.page.getByText("Monthly recurring revenue").waitFor();
  await look(after.page, "operator-overview");
  await after.page.getByRole("link", { name: "Back to the dashboard" }).click();
  await after.page.getByRole("heading", { name: "The platform" }).waitFor();
  expect([...complaints, ...after.complaints]).toEqual([]);
});

test("to an owner there is no console, and no way to it", async () => {
  const { context, home } = await createOwner();
  const { page } = await openPage(context, home);
  expect(await page.getByRole("link", { name: "Operator console" }).count()).toBe(0);
  for (const path of pages) {
    await page.goto(`/operator${path}`);
    expect(await page.getByRole("heading", missing).isVisible()).toBe(true);
  }
});

test("an organization is found, suspended with a reason that its owner reads, and resumed", async () => {
  const owner = await createOwner({ organization: "Dune <b>Höfe</b>", connected: true });
  const { id, name } = owner.organization;
  const { secret } = Key.parse(
    (await expectOk(owner.ask("POST", `${owner.base}/keys`, { name: "Office", scopes: ["read"] }))).body,
  );
  expect(await call(secret)).toBe(200);
  const { page, complaints } = await openPage(await openOperator(), "/operator/organizations");
  await page.getByLabel("Name, id").fill(owner.email);
  await page.getByRole("button", { name: "Filter" }).click();
  await page.waitForURL(/search=/);
  await vi.waitFor(async () => expect(await page.locator("tbody tr").count()).toBe(1));
  await look(page, "operator-organizations");
  await page.getByRole("link", { name }).click();
  await page.getByRole("heading", { name }).waitFor();
  await look(page, "operator-organization");
  await page.getByRole("link", { name: "Suspend" }).click();
  await page.getByText("1 API key will be refused from the next call on.").waitFor();
  await page.getByLabel("Reason").fill("   ");
  await page.getByRole("button", { name: "Suspend organization" }).click();
  await page.getByRole("alert").waitFor();
  await look(page, "operator-suspend");
  await page.getByLabel("Reason").fill("Spam & <script>alert(1)</script> über Nacht");
  await page.getByRole("button", { name: "Suspend organization" }).click();
  await page.getByText("Suspended by the operator").waitFor();
  await look(page, "operator-suspended");
  expect(await call(secret)).toBe(403);

  const { page: theirs } = await openPage(owner.context, `${owner.home}/keys`);
  await theirs.getByText("The operator has suspended this organization").waitFor();
  await theirs.getByText("Spam & <script>alert(1)</script> über Nacht").waitFor();
  await look(theirs, "suspended-organization");

  await page.getByRole("button", { name: "Resume" }).click();
  await page.getByText("The same keys and assistants work again.").waitFor();
  expect(await call(secret)).toBe(200);
  await page.locator("main").getByRole("link", { name: "Looks" }).click();
  await page.getByText("resumeOrganization").waitFor();
  expect(await page.getByText(id).count()).toBeGreaterThan(3);
  await look(page, "operator-looks");
  await page.goto("/operator/looks?limit=2");
  const newest = await page.locator("tbody").innerText();
  await page.getByRole("link", { name: "Older" }).click();
  await page.waitForURL(/limit=2&cursor=/);
  await vi.waitFor(async () => expect(await page.locator("tbody").innerText()).not.toBe(newest));
  expect(await page.locator("tbody tr").count()).toBe(2);
  await page.getByRole("link", { name: "Newest" }).click();
  await page.waitForURL(/limit=2$/);
  expect(complaints).toEqual([]);
});

test("without script an organization is found, suspended and resumed too", async () => {
  const { organization } = await createOwner({ organization: "Quiet Cove" });
  const { page } = await openPage(
    await openOperator({ javaScriptEnabled: false }),
    "/operator/organizations",
  );
  await page.getByLabel("Name, id").fill(organization.id);
  await page.getByLabel("Status").selectOption("trialing");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("link", { name: "Quiet Cove" }).click();
  await page.getByRole("link", { name: "Suspend" }).click();
  await page.getByLabel("Reason").fill("Unpaid by agreement");
  await page.getByRole("button", { name: "Suspend organization" }).click();
  await page.getByText("The reason: Unpaid by agreement").waitFor();
  await page.getByRole("button", { name: "Resume" }).click();
  await page.getByText("The same keys and assistants work again.").waitFor();
});

test("an event is replayed, and lists that are empty say so", async () => {
  const type = "customer.subscription.updated";
  await control("/stripe/events", { type, object: { id: "sub_unknown", customer: "cus_unknown" } });
  await control("/stripe/webhooks/deliver", {});
  const { page, complaints } = await openPage(await openOperator(), `/operator/events?type=${type}`);
  await look(page, "operator-events");
  await page.getByRole("button", { name: "Replay" }).first().click();
  await page.getByText("It is about no organization here").waitFor();
  await page.getByLabel("Type").fill("of.no.kind");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByText("No events").waitFor();
  for (const [path, text] of [
    ["differences", "No differences"],
    ["mail", "No failed mail"],
    ["webhooks", "No webhook fails"],
  ] as const) {
    await page.goto(`/operator/${path}`);
    await page.getByRole("heading", { name: text }).waitFor();
    expect(await page.getByRole("button", { name: "Send again" }).count()).toBe(0);
    await look(page, `operator-${path}`);
  }
  for (const path of ["plans", "health"]) {
    await page.goto(`/operator/${path}`);
    await look(page, `operator-${path}`);
  }
  expect(complaints).toEqual([]);
});

test("what is nowhere, and a filter that there is none of, are said in the console's frame", async () => {
  const { page } = await openPage(await openOperator(), "/operator/organizations/org_nowhere");
  await page.getByRole("heading", missing).waitFor();
  await page.goto("/operator/organizations?status=odd");
  await page.getByRole("heading", { name: "This page could not be shown" }).waitFor();
  await page.getByRole("link", { name: "Organizations" }).click();
  await page.getByRole("heading", { name: "Organizations" }).waitFor();
});
