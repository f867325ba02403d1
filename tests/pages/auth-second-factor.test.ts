import { expect, test } from "vitest";
import { z } from "zod";
import { toCode } from "#tests/authenticator.ts";
import { look } from "./look.ts";
import { createOwner, expectOk, openContext, openPage, platform } from "./stage.ts";

const password = "correct horse battery";
const Enabled = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()).min(2) });

async function createGuarded() {
  const owner = await createOwner();
  const { body } = await expectOk(owner.ask("POST", "/api/v1/auth/two-factor/enable", { password }));
  const { totpURI, backupCodes } = Enabled.parse(body);
  await expectOk(owner.ask("POST", "/api/v1/auth/two-factor/verify-totp", { code: toCode(totpURI) }));
  return { ...owner, totpURI, backupCodes };
}

test("a second factor is asked for, a wrong code refused, and a trusted browser not asked again", async () => {
  const { backupCodes, email, home, totpURI } = await createGuarded();
  const context = await openContext();
  const { page, complaints } = await openPage(context, `/sign-in?to=${home}/keys`);
  const signIn = async () => {
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  const arrive = () => page.waitForURL(`${platform.dashboard}${home}/keys`);
  await signIn();
  await page.getByRole("heading", { name: "Enter your code" }).waitFor();
  await look(page, "second-factor");
  await page.getByLabel("Code from your").fill("000 000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("The code is wrong").waitFor();
  await page.getByLabel("Code from your").fill(toCode(totpURI, { next: 1 }));
  await page.getByLabel("Trust this browser").check();
  await page.getByRole("button", { name: "Sign in" }).click();
  await arrive();

  await context.clearCookies({ name: /session/ });
  await page.goto(`/sign-in?to=${home}/keys`);
  await signIn();
  await arrive();

  await context.clearCookies();
  await page.goto(`/sign-in?to=${home}/keys`);
  await signIn();
  await page.getByRole("link", { name: "Use a backup code" }).click();
  await look(page, "second-factor-backup");
  await page.getByLabel("Backup code").fill(backupCodes[0] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await arrive();
  expect(complaints).toEqual([]);
});

test("without a sign-in that waits for it a code opens nothing", async () => {
  const { page } = await openPage(await openContext({ javaScriptEnabled: false }), "/sign-in?step=code");
  await page.getByLabel("Code from your").fill("123456");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("The sign-in that waited for the code has ended.").waitFor();
  await page.getByRole("link", { name: "Start again" }).click();
  await page.getByRole("heading", { name: "Sign in to Latchkey" }).waitFor();
});
