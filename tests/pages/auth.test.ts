import { expect, test } from "vitest";
import { createPerson as createCaller } from "#tests/journeys/person.ts";
import { look } from "./look.ts";
import { openContext, openPage, platform, toNewEmail } from "./stage.ts";

const password = "correct horse battery";

test("from the landing page to the start of an organization, signing up, confirming, and signing out", async () => {
  const email = toNewEmail("ann");
  const { page, complaints } = await openPage(await openContext(), "/");
  await look(page, "landing");
  await page.getByRole("link", { name: "Try it free" }).click();
  const name = page.getByLabel("Your name");
  await name.waitFor();
  expect(await page.evaluate("document.activeElement.name")).toBe("name");
  await look(page, "sign-up");

  await name.fill("Zoë 🦊 O'Neil");
  await page.getByLabel("Organization").fill("<script>alert(1)</script>");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.getByText("must have at least 10 characters.").last().waitFor();
  expect(await page.getByLabel("Organization").inputValue()).toBe("<script>alert(1)</script>");
  await look(page, "sign-up-refused");

  const secret = page.getByLabel("Password", { exact: true });
  await secret.fill(password);
  await page.getByRole("button", { name: "Show password" }).click();
  expect(await secret.getAttribute("type")).toBe("text");
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.waitForURL("**/check-your-mail");
  await page.getByText(email).waitFor();
  expect(await page.content()).not.toContain(password);
  await look(page, "check-your-mail");
  await page.getByRole("button", { name: "Send it again" }).click();
  await page.getByText("Sent again.").waitFor();

  await page.goto(await createCaller(platform, email).openMail(/Confirm/));
  expect(new URL(page.url()).pathname).toMatch(/^\/script-alert-1-script-[0-9a-f]{8}\/start$/);
  const home = new URL(page.url()).pathname.replace("/start", "");
  await page.goto("/");
  expect(new URL(page.url()).pathname).toBe(home);

  await page.goto(`${home}/keys`);
  await page.getByText(email).last().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  await page.goBack();
  await page.waitForURL(/sign-in\?to=/);
  expect(await page.content()).not.toContain(email);
  expect(complaints).toEqual([]);
});

test("signing in leads back to where one was going, and a wrong password says no more than that", async () => {
  const email = toNewEmail("eve");
  await createCaller(platform, email).signUp({ organizationName: "Harbour" });
  const { page, complaints } = await openPage(await openContext(), "/welcome?from=menu");
  expect(new URL(page.url()).searchParams.get("to")).toBe("/welcome?from=menu");
  await look(page, "sign-in");
  const tryPassword = async (address: string, secret: string) => {
    await page.getByLabel("E-mail").fill(address);
    await page.getByLabel("Password", { exact: true }).fill(secret);
    await page.getByRole("button", { name: "Sign in" }).click();
    const alert = page.getByRole("alert");
    await alert.waitFor();
    return alert.innerText();
  };
  const known = await tryPassword(email, "wrong wrong wrong");
  expect(await page.getByLabel("E-mail").inputValue()).toBe(email);
  expect(await page.getByLabel("Password", { exact: true }).inputValue()).toBe("wrong wrong wrong");
  await page.reload();
  expect(await tryPassword(toNewEmail("nobody"), "wrong wrong wrong")).toBe(known);
  await page.reload();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "New organization" }).waitFor();
  expect(page.url()).toBe(`${platform.dashboard}/welcome?from=menu`);
  await look(page, "welcome-further");

  // Signed out in another tab meanwhile: the form asks who it is, and is come back to.
  const { page: other } = await openPage(page.context(), "/welcome");
  await other.getByRole("button", { name: "Sign out" }).click();
  await other.waitForURL("**/sign-in");
  await page.getByLabel("Organization").fill("Second");
  await page.getByRole("button", { name: "Create organization" }).click();
  await page.waitForURL(/sign-in\?to=%2Fwelcome/);
  expect(complaints).toEqual([]);
});

test("five wrong passwords, and the next answer says how long to wait", async () => {
  const { page } = await openPage(await openContext({ javaScriptEnabled: false }), "/sign-in");
  const email = toNewEmail("guess");
  for (let count = 0; count < 6; count += 1) {
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(`wrong password ${count}`);
    await page.getByRole("button", { name: "Sign in" }).click();
  }
  expect(await page.getByRole("alert").innerText()).toMatch(/Only 5 of these.*Again from .*ends by itself/s);
  expect(await page.content()).not.toContain("wrong password");
});

test.each(["https://evil.example/", "//evil.example", "/\\evil.example"])(
  "after signing in, %s is no place to go",
  async (to) => {
    const email = toNewEmail("red");
    await createCaller(platform, email).signUp({ organizationName: "Harbour" });
    const context = await openContext({ javaScriptEnabled: false });
    const { page } = await openPage(context, `/sign-in?${new URLSearchParams({ to })}`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/harbour-/);
    expect(new URL(page.url()).origin).toBe(platform.dashboard);
  },
);

test("what a returning link says, in words of ours only", async () => {
  const { page } = await openPage(await openContext(), "/sign-in?error=INVALID_TOKEN");
  await page.getByText("This link is over").waitFor();
  await look(page, "sign-in-error");
  await page.goto("/sign-in?error=<b>Call%20us</b>&error_description=Call%20us");
  expect(await page.locator("main").innerText()).not.toContain("Call us");
  await page.goto("/sign-in?notice=address-kept");
  await page.getByText("Your e-mail address stays as it was").waitFor();
  await page.goto("/check-your-mail");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});

test("an address where there is nothing says so, and its page comes up without complaint", async () => {
  const { page, complaints } = await openPage(await openContext(), "/nowhere/at/all");
  await page.getByRole("heading", { name: "There is no page here" }).waitFor();
  expect(complaints).toEqual([]);
});
