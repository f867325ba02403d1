import { randomBytes } from "node:crypto";
import { encode } from "uqr";
import { expect, test, vi } from "vitest";
import { toCode } from "#tests/authenticator.ts";
import { createPerson as createCaller } from "#tests/journeys/person.ts";
import { look } from "./look.ts";
import { createOwner, createPerson, expectOk, openContext, openPage, platform, toNewEmail } from "./stage.ts";

const password = "correct horse battery";
const AUTH = "/api/v1/auth";

/** A picture of noise, much larger than the API takes. */
function createBitmap(side: number): Buffer {
  const pixels = randomBytes(side * side * 3);
  const header = Buffer.alloc(54);
  header.write("BM");
  header.writeUInt32LE(header.length + pixels.length, 2);
  header.writeUInt32LE(header.length, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(side, 18);
  header.writeInt32LE(side, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(24, 28);
  return Buffer.concat([header, pixels]);
}

test("name and picture are saved, and what is wrong with them is said at the field", async () => {
  const { context } = await createPerson();
  const { page, complaints } = await openPage(context, "/account");
  await look(page, "account-profile");
  await page.getByLabel("Name").fill(`Zoë <script>alert(1)</script> 山田\u202e`);
  await page.getByRole("button", { name: "Save profile" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel("Name").getAttribute("aria-invalid")).toBe("true");
  expect(await page.getByLabel("Name").inputValue()).toContain("<script>");
  await page.getByLabel("Name").fill("Zoë <b>山田</b>");
  const large = { name: "me.bmp", mimeType: "image/bmp", buffer: createBitmap(300) };
  await page.getByLabel("Picture").setInputFiles(large);
  await vi.waitFor(async () => {
    expect(await page.evaluate("document.querySelector('[type=file]').files[0].type")).toBe("image/jpeg");
  });
  await page.getByRole("button", { name: "Save profile" }).click();
  await page.getByText("Your profile is saved.").waitFor();
  expect(await page.locator("main img").getAttribute("src")).toMatch(/^data:image\/jpeg;base64,/);
  expect(await page.getByLabel("Name").inputValue()).toBe("Zoë <b>山田</b>");
  const svg = { name: "me.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") };
  await page.getByLabel("Picture").setInputFiles(svg);
  await page.getByRole("button", { name: "Save profile" }).click();
  await page
    .getByText(/must be an https address of up to/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Remove picture" }).click();
  await page.getByText("Your picture is removed.").waitFor();
  expect(await page.locator("main img").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("the address changes by proof and a link, and a wrong password is said at its field", async () => {
  const { context } = await createPerson();
  const { page } = await openPage(context, "/account?dialog=email");
  const newEmail = toNewEmail("new");
  await page.getByLabel("New address").fill(newEmail);
  await page.getByLabel("Your password").fill("wrong horse battery");
  await page.getByRole("button", { name: "Send link" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel("Your password").getAttribute("aria-invalid")).toBe("true");
  expect(await page.getByLabel("New address").inputValue()).toBe(newEmail);
  expect(await page.content()).not.toContain("wrong horse");
  await look(page, "account-email");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Send link" }).click();
  await page.getByText(`Open the link that goes to ${newEmail} now.`).waitFor();
  const link = await createCaller(platform, newEmail).openMail(/Confirm/);
  await page.goto(link);
  await page.getByText(newEmail).waitFor();
  await page.goto(link);
  await page.getByText("This link does not work any more").waitFor();
});

test("the second factor is turned on, its codes renewed, and turned off again", async () => {
  const { context, ask } = await createPerson();
  const { page, complaints } = await openPage(context, "/account/security");
  await page.getByRole("link", { name: "Turn on" }).click();
  await page.getByLabel("Your password").fill("wrong horse battery");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Continue" }).click();
  const uri = await page.getByRole("link", { name: "open the app" }).getAttribute("href");
  const drawn = page.getByRole("img", { name: "QR code for the authenticator app" }).locator("path");
  const modules = encode(uri ?? "", { ecc: "M", border: 2 }).data.flat();
  expect((await drawn.getAttribute("d"))?.split("M")).toHaveLength(modules.filter(Boolean).length + 1);
  const code = page.getByLabel("Enter the code");
  await look(page, "account-second-factor");
  await code.fill("000000");
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByRole("alert").waitFor();
  expect(await code.getAttribute("aria-invalid")).toBe("true");
  await code.fill(toCode(uri ?? "").replace(/^.../, "$& "));
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByText("The second factor is on.").waitFor();
  expect(await page.content()).not.toContain(uri);
  expect(complaints).toEqual([]);

  await page.getByRole("link", { name: "Make new backup codes" }).click();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Make new codes" }).click();
  const codes = (await page.locator("#backup-codes").textContent())?.split("\n") ?? [];
  expect(codes).toHaveLength(10);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("latchkey-backup-codes.txt");
  await page.getByRole("link", { name: "Done" }).click();
  await page.locator("#backup-codes").waitFor({ state: "detached" });
  await look(page, "account-security-on");
  await page.getByRole("link", { name: "Turn off" }).click();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByText("The second factor is off.").waitFor();
  expect(complaints).toEqual([]);
  expect((await ask("GET", "/api/v1/session")).status).toBe(401);
});

test("a password is changed: the old one is asked for, the other sessions end", async () => {
  const { context, ask, email } = await createPerson();
  const { page } = await openPage(context, "/account/security?dialog=password");
  const [present, next] = [page.getByLabel("Current password"), page.getByLabel("New password")];
  const submit = page.getByRole("button", { name: "Change password" });
  await present.fill(password);
  await next.fill("password123");
  await submit.click();
  await page.getByRole("alert").waitFor();
  expect(await next.getAttribute("aria-invalid")).toBe("true");
  await present.fill("wrong horse battery");
  await next.fill("another horse battery");
  await submit.click();
  await page.getByText("The password is not the one of this account.").first().waitFor();
  expect(await present.getAttribute("aria-invalid")).toBe("true");
  await present.fill(password);
  await next.fill("another horse battery");
  await submit.click();
  await page.getByText("Your password is changed.").waitFor();
  expect((await ask("GET", "/api/v1/session")).status).toBe(401);
  await expectOk(ask("POST", `${AUTH}/sign-in/email`, { email, password: "another horse battery" }));
});

test("sessions are shown without their tokens, and end one by one or all others at once", async () => {
  const { context, ask, email } = await createPerson();
  const signIn = () => expectOk(ask("POST", `${AUTH}/sign-in/email`, { email, password }));
  await signIn();
  await signIn();
  const { page, complaints } = await openPage(context, "/account/sessions");
  const { body } = await ask("GET", `${AUTH}/list-sessions`);
  expect(body).toBeTypeOf("string");
  for (const [, token] of String(body).matchAll(/"token":"([^"]+)"/g))
    expect(await page.content()).not.toContain(token);
  await page.getByText("This one").waitFor();
  await look(page, "account-sessions");
  await page.getByRole("button", { name: "End the session" }).first().click();
  await page.getByText("The session is ended.").waitFor();
  await page.getByRole("button", { name: "End all others" }).click();
  await page.getByText("You are signed out everywhere else.").waitFor();
  expect(await page.getByRole("listitem").count()).toBe(1);
  expect((await ask("GET", "/api/v1/session")).status).toBe(401);
  expect(complaints).toEqual([]);
});

test("a provider is linked and the password removed; from then on a code is the proof", async () => {
  const { context, email } = await createPerson();
  const { page, complaints } = await openPage(context, "/account/sign-in-methods");
  await look(page, "account-methods");
  const goToGoogle = async () => {
    await page.getByRole("link", { name: "Link Google" }).click();
    await page.getByLabel("Your password").fill(password);
    await page.getByRole("button", { name: "Go to Google" }).click();
  };
  await goToGoogle();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("It was not linked").waitFor();
  await goToGoogle();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("link", { name: "Remove Google" }).waitFor();
  await page.getByRole("link", { name: "Remove Password" }).click();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByText("This way in is removed.").waitFor();

  await page.getByRole("link", { name: "Security" }).click();
  await page.getByRole("button", { name: "Send the link" }).waitFor();
  await page.getByRole("link", { name: "Turn on" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  const uri = await page.getByRole("link", { name: "open the app" }).getAttribute("href");
  await page.getByLabel("Enter the code").fill(toCode(uri ?? ""));
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByRole("link", { name: "Turn off" }).click();
  const code = page.getByLabel("Code", { exact: true });
  await code.fill("000000");
  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByRole("alert").waitFor();
  expect(await code.getAttribute("aria-invalid")).toBe("true");
  await look(page, "account-code");
  await code.fill(toCode(uri ?? "", { next: 1 }));
  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByText("The second factor is off.").waitFor();
  expect(complaints).toEqual([]);
});

test("the theme is kept after a reload, and chosen without script too", async () => {
  const { organization, context, home } = await createOwner();
  const quiet = await openContext({ javaScriptEnabled: false });
  await quiet.addCookies(await context.cookies());
  for (const [browser, theme] of [
    [context, "Dark"],
    [quiet, "Light"],
  ] as const) {
    const { page, complaints } = await openPage(browser, "/account/appearance");
    if (theme === "Dark") await look(page, "account-appearance");
    await page.getByLabel(theme).check();
    await page.getByRole("button", { name: "Save theme" }).click();
    await page.getByText("The theme is saved in this browser.").waitFor();
    await page.goto(home);
    await page.reload();
    await page.getByRole("heading", { name: organization.name }).waitFor();
    expect(await page.locator("html").getAttribute("data-theme")).toBe(theme.toLowerCase());
    expect(complaints).toEqual([]);
  }
});

test("without script the profile is saved, and nobody who is signed out sees an account", async () => {
  const { context } = await createPerson();
  const quiet = await openContext({ javaScriptEnabled: false });
  await quiet.addCookies(await context.cookies());
  const { page } = await openPage(quiet, "/account");
  await page.getByLabel("Name").fill("Ben");
  await page.getByRole("button", { name: "Save profile" }).click();
  await page.getByText("Your profile is saved.").waitFor();
  expect(await page.getByLabel("Name").inputValue()).toBe("Ben");
  const stranger = await openContext();
  const refused = await stranger.request.get("/account/security", { maxRedirects: 0 });
  expect(refused.headers().location).toBe("/sign-in?to=%2Faccount%2Fsecurity");
});
