import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { createPerson as createCaller } from "#tests/journeys/person.ts";
import { look } from "./look.ts";
import { createOwner, openContext, openPage, platform, toNewEmail } from "./stage.ts";

test("a link by e-mail signs in once, leads where one was going, and asks the same of every address", async () => {
  const { caller, home } = await createHarbour();
  const { page, complaints } = await openPage(await openContext(), `/sign-in?to=${home}/keys`);
  await page.getByRole("link", { name: "E-mail me a link instead" }).click();
  await look(page, "sign-in-link");
  await page.getByLabel("E-mail").fill(toNewEmail("nobody"));
  await page.getByRole("button", { name: "E-mail me a link" }).click();
  const unknown = await readAnswer(page);

  await page.goto(`/sign-in?with=link&to=${home}/keys`);
  await page.getByLabel("E-mail").fill(caller.email);
  await page.getByRole("button", { name: "E-mail me a link" }).click();
  expect(await readAnswer(page)).toBe(unknown);
  const link = await caller.openMail(/sign-in link/);
  await page.goto(link);
  expect(new URL(page.url()).pathname).toBe(`${home}/keys`);
  const { page: again } = await openPage(await openContext(), link);
  await again.getByText("This link is over").waitFor();
  expect(complaints).toEqual([]);
});

test("a forgotten password is replaced by the link that is sent, which works once", async () => {
  const { caller } = await createHarbour();
  const { page } = await openPage(await openContext(), "/forgot-password");
  await look(page, "forgot-password");
  await page.getByLabel("E-mail").fill(caller.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.waitForURL("**/check-your-mail");
  const link = await caller.openMail(/new password/);
  await page.goto(link);
  await look(page, "new-password");
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByText("must have at least 10 characters.").last().waitFor();
  await page.getByLabel("New password").fill("another long phrase");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.waitForURL("**/sign-in");
  await page.getByText("Your new password is set").waitFor();
  await page.getByLabel("E-mail").fill(caller.email);
  await page.getByLabel("Password", { exact: true }).fill("another long phrase");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/harbour-/);
  await page.goto(link);
  await page.getByRole("heading", { name: "This link is over" }).waitFor();
  await look(page, "new-password-over");
});

test("signing up with an address that has an account looks as with a new one, before any script runs", async () => {
  const { caller } = await createHarbour();
  const { page } = await openPage(await openContext({ javaScriptEnabled: false }), "/");
  const signUp = async (email: string) => {
    await page.goto("/sign-up");
    await page.getByLabel("Your name").fill("Ann");
    await page.getByLabel("Organization").fill("Harbour");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
    await page.getByRole("button", { name: "Sign up" }).click();
    await page.waitForURL("**/check-your-mail");
    return (await page.locator("main").innerText()).replace(/\S+@\S+/, "");
  };
  expect(await signUp(caller.email)).toBe(await signUp(toNewEmail("new")));
  expect(await caller.openMail(/already have an account/)).toBe(`${platform.dashboard}/sign-in`);
});

test("an old link of signing up says so and sends a new one; an unconfirmed address gets one by signing in", async () => {
  const email = toNewEmail("late");
  const caller = createCaller(platform, email);
  const password = "correct horse battery";
  await caller.ask("POST", "/api/v1/auth/sign-up/email", { email, password, name: "Late" });
  const { page } = await openPage(await openContext(), "/verify?error=TOKEN_EXPIRED");
  await look(page, "verify-over");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send a new link" }).click();
  await page.waitForURL("**/check-your-mail");
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/check-your-mail");
  await page.goto(await caller.openMail(/Confirm/));
  await page.getByRole("heading", { name: "Welcome, Late" }).waitFor();
  await look(page, "welcome");
  await page.getByLabel("Organization").fill(" ");
  await page.getByRole("button", { name: "Create organization" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Organization").fill("Küste & Meer");
  await page.getByRole("button", { name: "Create organization" }).click();
  await page.waitForURL(/\/start$/);
});

test("somebody signs in at a provider and comes back; who stops there is told so", async () => {
  const { page, complaints } = await openPage(await openContext(), "/sign-in?to=/welcome?from=google");
  await page.getByRole("link", { name: "Continue with Google" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("You stopped the sign-in at the provider.").waitFor();
  await page.getByRole("link", { name: "Continue with Google" }).click();
  await page.getByLabel("E-mail").fill(toNewEmail("goog"));
  await page.getByLabel("Name").fill("Goo Gle");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { name: "Welcome, Goo Gle" }).waitFor();
  expect(page.url()).toBe(`${platform.dashboard}/welcome?from=google`);
  await page.goto("/sign-in/nowhere");
  await page.getByText("Signing in did not work").waitFor();
  expect(complaints).toEqual([]);
});

async function createHarbour() {
  const owner = await createOwner({ organization: "Harbour" });
  return { caller: owner, home: owner.home };
}

/** What is said after asking for a link, but for the address. */
async function readAnswer(page: Page): Promise<string> {
  await page.getByRole("heading", { name: "Check your mail" }).waitFor();
  return (await page.locator("main").innerText()).replace(/\S+@\S+/, "");
}
