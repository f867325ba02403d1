import { expect, test } from "vitest";
import { look } from "./look.ts";
import { createOwner, createPerson, openPage } from "./stage.ts";

test("an organization gets another name and another address, and asks more of people", async () => {
  const { context, home } = await createOwner();
  // As Cloudflare says where a browser is.
  await context.setExtraHTTPHeaders({ "cf-connecting-ip": "198.51.100.7" });
  const { page, complaints } = await openPage(context, `${home}/settings`);
  await look(page, "settings");
  await page.getByLabel("Name", { exact: true }).fill("Harbour & <b>Söhne</b>");
  const slug = `harbour-${crypto.randomUUID().slice(0, 6)}`;
  await page.getByLabel("Name in addresses").fill(slug);
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(`**/${slug}/settings`);
  await page.getByText("Saved.").waitFor();
  expect(await page.locator("aside").getByText("Harbour & <b>Söhne</b>").first().isVisible()).toBe(true);

  await page.getByRole("link", { name: "Security" }).click();
  await look(page, "settings-security");
  await page.getByLabel("Addresses that people").fill("203.0.113.0/24");
  await page.getByLabel("Owners and admins only").check();
  await page.getByRole("button", { name: "Save" }).click();
  await page
    .getByText("must have your own address, 198.51.100.7, or you lock yourself out")
    .first()
    .waitFor();
  expect(await page.getByLabel("Addresses that people").inputValue()).toBe("203.0.113.0/24");
  await page.getByLabel("Addresses that people").fill("203.0.113.0/24\n198.51.100.0/24");
  await page.getByLabel("Owners and admins only").check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("It holds from the next request on.").waitFor();
  await page.reload();
  expect(await page.getByLabel("Owners and admins only").isChecked()).toBe(true);
  expect(complaints).toEqual([]);
});

test("a webhook is added, its secret shown once, tested, switched off and deleted", async () => {
  const { context, home } = await createOwner();
  const { page, complaints } = await openPage(context, `${home}/settings/webhooks`);
  await look(page, "settings-webhooks-empty");
  await page.getByRole("link", { name: "Add a webhook" }).click();
  await look(page, "settings-webhooks-new");
  await page.getByLabel("Address").fill("http://127.0.0.1/inside");
  await page.getByRole("button", { name: "Add webhook" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Address").fill("https://hooks.example.com/latchkey");
  await page.getByLabel("payment.failed").check();
  await page.getByRole("button", { name: "Add webhook" }).click();
  expect(await page.locator("#secret").textContent()).toMatch(/^whsec_/);
  await look(page, "settings-webhooks-secret");
  await page.getByRole("link", { name: "Done" }).click();
  await look(page, "settings-webhooks");
  await page.getByRole("link", { name: "Open https://hooks.example.com/latchkey" }).click();
  await page.getByRole("button", { name: "Send a test" }).click();
  await page.getByText("webhook.test").waitFor();
  const toast = page.getByRole("status").filter({ hasText: "It did not take the test" });
  expect(await toast.locator("svg.text-warning").count()).toBe(1);
  await look(page, "settings-webhook");
  await page.getByRole("button", { name: "Switch off" }).click();
  await page.getByText("Switched off. Nothing is sent to it.").waitFor();
  await page.getByRole("link", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete webhook" }).click();
  await page.getByText("No webhooks yet").waitFor();
  expect(complaints).toEqual([]);
});

test("an organization is deleted by typing its name, says until when in its own way of writing, and is restored", async () => {
  const { context, home, organization } = await createOwner();
  const { page } = await openPage(context, `${home}/settings`);
  await page.getByLabel("Numbers, money and dates").selectOption("de-DE");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  await page.getByRole("link", { name: "Danger zone" }).click();
  await page.getByText("Export everything").waitFor();
  await look(page, "settings-danger");
  await page.getByRole("link", { name: "Delete", exact: true }).click();
  await page.getByLabel(/^Type/).fill("something else");
  await page.getByRole("button", { name: "Delete organization" }).click();
  await page.getByText("must be the organization's name").first().waitFor();
  await page.getByLabel(/^Type/).fill(organization.name);
  await page.getByRole("button", { name: "Delete organization" }).click();
  await page.getByText("This organization is being deleted").waitFor();
  expect(await page.getByRole("main").textContent()).toMatch(/Its data goes on \d{2}\.\d{2}\.\d{4}/);
  await look(page, "settings-deleting");
  await page.getByRole("button", { name: "Restore" }).click();
  await page.getByText("its keys and assistants work again").waitFor();
});

test("whoever is in no such organization finds nothing, whatever the address", async () => {
  const { home } = await createOwner();
  const { context } = await createPerson({ organization: "Elsewhere" });
  for (const path of [
    "",
    "/settings",
    "/settings/security",
    "/settings/webhooks",
    "/settings/danger",
    "/keys",
  ]) {
    const { page } = await openPage(context, home + path);
    expect(await page.getByRole("heading", { name: "There is no page here" }).isVisible()).toBe(true);
    await page.close();
  }
});
