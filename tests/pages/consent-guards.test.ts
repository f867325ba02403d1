import { afterAll, expect, test } from "vitest";
import { createAssistant, startLoopback } from "./assistant.ts";
import { startFallibleDashboard } from "./fallible-dashboard.ts";
import { look } from "./look.ts";
import { createMember } from "./member.ts";
import { createOwner, createPerson, openPage, platform } from "./stage.ts";

const fallible = await startFallibleDashboard("consent");
afterAll(fallible.stop);

const REDIRECT = "http://127.0.0.1:1/callback";
const handles = "document.querySelectorAll('[name=handle]')";
const isSession = ({ name }: { name: string }) => name.includes("session");

test("a page that was used, or opened in another session, decides nothing and can be opened anew", async () => {
  const { context } = await createOwner();
  const { arrival, received, redirectUri } = await startLoopback();
  const { address } = await createAssistant({ redirectUri });
  const { page } = await openPage(context, address);
  const { page: second } = await openPage(context, address);
  const used = await page.evaluate(`${handles}[0].value`);
  await page.getByRole("button", { name: "Allow" }).click();
  await arrival;
  await second.evaluate(`${handles}.forEach((input) => { input.value = "${used}"; })`);
  await second.getByRole("button", { name: "Allow" }).click();
  await second.getByText("This page was used already").waitFor();
  await look(second, "consent-over");
  await second.getByRole("link", { name: "Open it anew" }).click();
  await second.getByRole("button", { name: "Allow" }).waitFor();

  const other = await createPerson({ organization: "Elsewhere" });
  await context.addCookies((await other.context.cookies()).filter(isSession));
  await second.getByRole("button", { name: "Deny" }).click();
  await second.getByText("This page was opened in another session").waitFor();
  expect(received).toHaveLength(1);
});

test.each([
  ["a script", "<script>alert(1)</script><img src=x onerror=alert(1)>", null],
  ["letters that turn the text round", "\u202eedualC\u2066", "edualC"],
  ["two hundred letters", "W".repeat(200), `${"W".repeat(99)}…`],
])("%s as an assistant's name stays text", async (what, name, shown) => {
  const { context } = await createOwner();
  const { address } = await createAssistant({ name, redirectUri: REDIRECT });
  const { page, complaints } = await openPage(context, address);
  page.on("dialog", (dialog) => complaints.push(dialog.message()));
  await page.getByRole("heading", { name: `Let ${shown ?? name} work for you?`, exact: true }).waitFor();
  if (what === "two hundred letters") await look(page, "consent-long-name");
  expect(complaints).toEqual([]);
});

test("an app on the device is gone on to from a page that stays", async () => {
  const { context } = await createOwner();
  const redirectUri = "cursor://anysphere.cursor-retrieval/oauth/callback";
  const assistant = await createAssistant({ name: "Cursor", redirectUri });
  const { page } = await openPage(context, assistant.address);
  await page.getByText("It says that it runs on this device.").waitFor();
  await page.getByRole("button", { name: "Allow" }).click();
  await page.getByRole("heading", { name: "Back to your assistant" }).waitFor();
  await look(page, "consent-way-back");
  const href = await page.getByRole("link", { name: "go on yourself" }).getAttribute("href");
  expect(href).toMatch(/^cursor:\/\/anysphere\.cursor-retrieval\/oauth\/callback\?/);
  expect(await assistant.exchange(new URL(href ?? ""))).toMatchObject({ scope: "read" });
});

test("a viewer lets an assistant read, and is told why not more", async () => {
  const owner = await createOwner();
  const viewer = await createMember(owner, "viewer");
  const { address } = await createAssistant({ redirectUri: REDIRECT, more: { scope: "read write" } });
  const { page } = await openPage(viewer.context, address);
  await page.getByText("Your role in Harbour Stays does not include changing things.").waitFor();
  expect(await page.getByLabel("Read and change").isDisabled()).toBe(true);
  expect(await page.getByLabel("Read only").isChecked()).toBe(true);
});

test("who has no organization that it could work for can make one, or deny", async () => {
  const { context } = await createPerson();
  const { arrival, redirectUri } = await startLoopback();
  const { address } = await createAssistant({ redirectUri });
  const { page, complaints } = await openPage(context, address);
  const create = page.getByRole("link", { name: "Create an organization" });
  expect(await create.getAttribute("href")).toBe("/welcome");
  expect(await page.getByRole("button", { name: "Allow" }).count()).toBe(0);
  await look(page, "consent-no-organization");
  await page.getByRole("button", { name: "Deny" }).click();
  expect((await arrival).searchParams.get("error")).toBe("access_denied");
  expect(complaints).toEqual([]);
});

test("an address that no assistant would make says what is wrong with it, and leads to no app", async () => {
  const { context } = await createOwner();
  const { query } = await createAssistant({ redirectUri: REDIRECT });
  const { page } = await openPage(context, `/authorize?${query}`);
  for (const [name, value] of [
    ["redirect_uri", "https://evil.example/callback"],
    ["client_id", "<script>alert(1)</script>"],
    ["state", "x".repeat(9_000)],
  ] as const) {
    const wrong = new URLSearchParams(query);
    wrong.set(name, value);
    await page.goto(`/authorize?${wrong}`);
    await page.getByRole("heading", { name: "The app could not be connected" }).waitFor();
    expect(await page.locator("a[href*='evil'], a[href*='127.0.0.1:1']").count()).toBe(0);
  }
  await look(page, "consent-refused");
  await page.goto("/authorize");
  await page.getByRole("heading", { name: "The app could not be connected" }).waitFor();
});

test("a mistake that the assistant is to know of is told to it at once", async () => {
  const { context } = await createOwner();
  const { arrival, redirectUri } = await startLoopback();
  const { query } = await createAssistant({ redirectUri, more: { code_challenge_method: "plain" } });
  const page = await context.newPage();
  await page.goto(`/authorize?${query}`);
  expect((await arrival).searchParams.get("error")).toBe("invalid_request");
  await page.waitForURL(`${redirectUri}?**`);
});

test("the page stands in no frame and in no cache, and its forms lead nowhere else", async () => {
  const { context } = await createOwner();
  const { path, query } = await createAssistant({ redirectUri: REDIRECT });
  const headers = (await context.request.get(path)).headers();
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"]).not.toContain("127.0.0.1:1");
  expect(headers["cache-control"]).toContain("no-store");
  const frame = await context.newPage();
  const refusals: string[] = [];
  frame.on("console", (message) => refusals.push(message.text()));
  await frame.goto(`${platform.sandbox}/mailbox`);
  await frame.setContent(
    `<iframe src="${platform.dashboard}/authorize?${query.toString().replaceAll("&", "&amp;")}"></iframe>`,
  );
  await expect.poll(() => refusals.join()).toMatch(/frame-ancestors|X-Frame-Options/);
  expect(await frame.frameLocator("iframe").getByRole("button", { name: "Allow" }).count()).toBe(0);
});

test("an assistant whose id proves whose it is shows that", async () => {
  const { context } = await createOwner();
  const { path } = await createAssistant({ redirectUri: "https://claude.ai/api/mcp/auth_callback" });
  // Page tests reach no network, where the proof is: what the API says of it is put into its answer.
  fallible.api.edit = (text) => text.replace('"domain":null', '"domain":"claude.ai"');
  const { page, complaints } = await openPage(context, `${fallible.url}${path}`);
  await page.getByText("Verified: it belongs to claude.ai").waitFor();
  expect(await page.getByText("Not verified").count()).toBe(0);
  await look(page, "consent-verified");
  expect(complaints).toEqual([]);
});
