import type { Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { createPerson as createCaller } from "#tests/journeys/person.ts";
import { createAssistant, startLoopback } from "./assistant.ts";
import { look } from "./look.ts";
import { createOwner, expectOk, openContext, openPage, platform, toNewEmail } from "./stage.ts";

const password = "correct horse battery";

async function signIn(page: Page, email: string) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const askConsent = (page: Page, name = "Claude") =>
  page.getByRole("heading", { name: `Let ${name} work for you?` }).waitFor();

test("somebody who is signed out signs in, comes back with the whole query, and lets an assistant read", async () => {
  const { email } = await createOwner({ connected: true });
  const { arrival, redirectUri } = await startLoopback();
  const state = "+/ é&".repeat(180);
  const assistant = await createAssistant({ redirectUri, more: { state, scope: "read" } });
  const { page, complaints } = await openPage(await openContext(), assistant.address);
  await signIn(page, email);
  await askConsent(page);
  expect(new URL(page.url()).searchParams.get("state")).toBe(state);
  expect(await page.getByLabel("Read only").isChecked()).toBe(true);
  await look(page, "consent");
  await page.getByText("Choose what it reaches").click();
  await page.getByLabel("Finance").uncheck();
  await look(page, "consent-reach");
  await page.getByRole("button", { name: "Allow" }).click();
  const arrived = await arrival;
  expect(arrived.searchParams.get("state")).toBe(state);
  expect(arrived.searchParams.get("iss")).toBe(platform.api);
  const { scope } = await assistant.exchange(arrived);
  expect(scope.split(" ")).toEqual([
    "read",
    ...["core", "messaging", "pricing", "operations"].map((name) => `toolset:${name}`),
  ]);
  expect(complaints).toEqual([]);
});

test("an assistant that asks for change gets it in the organization that is chosen, and a second click is none", async () => {
  const { ask, base, context } = await createOwner();
  await expectOk(ask("POST", "/api/v1/organizations", { name: "Küste & Meer" }));
  const { arrival, received, redirectUri } = await startLoopback();
  const assistant = await createAssistant({ redirectUri, more: { scope: "read write" } });
  const { page, complaints } = await openPage(context, assistant.address);
  await page.getByRole("link", { name: "Küste & Meer" }).click();
  await page.locator('a[aria-current="true"]', { hasText: "Küste & Meer" }).waitFor();
  await look(page, "consent-organizations");
  await page.getByRole("link", { name: "Harbour Stays" }).click();
  await page.locator('a[aria-current="true"]', { hasText: "Harbour Stays" }).waitFor();
  expect(await page.getByLabel("Read and change").isChecked()).toBe(true);
  await page.getByRole("button", { name: "Allow" }).dblclick();
  const { scope } = await assistant.exchange(await arrival);
  expect(scope).toBe("read write");
  const { body } = await expectOk(ask("GET", `${base}/grants`));
  expect(body).toMatchObject({ grants: [{ clientName: "Claude", toolsets: null, connections: null }] });
  expect(received).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test("an assistant that is denied, by somebody else than began, is told so with its state and by whom", async () => {
  const { context } = await createOwner();
  const other = await createOwner({ organization: "Elsewhere" });
  const { arrival, redirectUri } = await startLoopback();
  const { address } = await createAssistant({ redirectUri, more: { state: "kept" } });
  const { page } = await openPage(context, address);
  await page.getByRole("button", { name: "Use another account" }).click();
  await signIn(page, other.email);
  await page.getByText(`Signed in as ${other.email}`).waitFor();
  await page.getByRole("button", { name: "Deny" }).click();
  expect(Object.fromEntries((await arrival).searchParams)).toMatchObject({
    error: "access_denied",
    state: "kept",
    iss: platform.api,
  });
});

test("without script a box is missed, another assistant is allowed, and signing in again leads on without a page", async () => {
  const owner = await createOwner();
  const plain = await openContext({ javaScriptEnabled: false });
  await plain.addCookies(await owner.context.cookies());
  const redirectUri = "https://assistant.example.org/callback";
  const arrivals: URL[] = [];
  const receive = (route: Route) => {
    arrivals.push(new URL(route.request().url()));
    return route.fulfill({ contentType: "text/html", body: "<title>Assistant</title>" });
  };
  const site = `${redirectUri}?**`;
  await plain.route(site, receive);
  const assistant = await createAssistant({ redirectUri });
  const { page } = await openPage(plain, assistant.address);
  await askConsent(page);
  await page.getByText("Choose what it reaches").click();
  for (const box of await page.locator("input[name=toolsets]").all()) await box.uncheck();
  await page.getByRole("button", { name: "Allow" }).click();
  await page.locator("#allow-toolsets-problem").waitFor();
  expect(await page.getByLabel("Finance").isVisible()).toBe(true);
  expect(await page.getByLabel("Finance").isChecked()).toBe(false);
  await page.getByLabel("Finance").check();
  await page.getByRole("button", { name: "Allow" }).click();
  await page.waitForURL(site);
  const { scope } = await assistant.exchange(arrivals[0] ?? new URL(redirectUri));
  expect(scope).toBe("read toolset:finance");

  await page.goto(assistant.address);
  await page.waitForURL(site);
  await plain.clearCookies();
  await page.goto(assistant.address);
  await signIn(page, owner.email);
  await page.waitForURL(site);

  const context = await openContext();
  await context.route(site, receive);
  const { page: scripted, complaints } = await openPage(context, assistant.address);
  await signIn(scripted, owner.email);
  await scripted.waitForURL(site);
  expect(arrivals.map(({ searchParams }) => searchParams.has("code"))).toEqual(Array(4).fill(true));
  expect(complaints).toEqual([]);
});

test("what runs on the person's own device is asked about each time", async () => {
  const { context } = await createOwner();
  const { received, redirectUri } = await startLoopback();
  const assistant = await createAssistant({ redirectUri });
  const plain = await openContext({ javaScriptEnabled: false });
  await plain.addCookies(await context.cookies());
  const { page } = await openPage(plain, assistant.address);
  await page.getByLabel("Read and change").check();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect.poll(() => received.length).toBe(1);
  await assistant.exchange(received[0] ?? new URL(redirectUri));
  await page.waitForURL(`${redirectUri}?**`);
  await page.goBack();
  await askConsent(page);
  await page.getByText("It says that it runs on this device.").waitFor();
  // What was allowed last is what is offered now.
  expect(await page.getByLabel("Read and change").isChecked()).toBe(true);
  await page.getByRole("button", { name: "Allow" }).click();
  await expect.poll(() => received.length).toBe(2);
});

test("links in mails lead somebody to the page that an assistant opened, however long its address", async () => {
  const email = toNewEmail("new");
  const { redirectUri } = await startLoopback();
  const { address } = await createAssistant({ redirectUri, more: { state: "s".repeat(3_000) } });
  const { page } = await openPage(await openContext(), address);
  await page.getByRole("link", { name: "Sign up" }).last().click();
  await page.getByLabel("Your name").fill("New");
  await page.getByLabel("Organization").fill("Harbour");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.waitForURL("**/check-your-mail?to=*");
  await page.getByRole("button", { name: "Send it again" }).click();
  await page.getByText("Sent again.").waitFor();
  await page.goto(await createCaller(platform, email).openMail(/Confirm/));
  await askConsent(page);
  expect(new URL(page.url()).searchParams.get("state")).toHaveLength(3_000);

  await page.context().clearCookies();
  await page.goto(address);
  await page.getByRole("link", { name: "E-mail me a link instead" }).click();
  await page.getByRole("button", { name: "E-mail me a link" }).waitFor();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "E-mail me a link" }).click();
  await page.waitForURL("**/check-your-mail?to=*");
  await page.goto(await createCaller(platform, email).openMail(/sign-in link/));
  await askConsent(page);
  expect(new URL(page.url()).searchParams.get("state")).toHaveLength(3_000);
});
