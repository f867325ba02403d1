import { expect, test } from "vitest";
import { createPerson as createCaller } from "#tests/journeys/person.ts";
import { look } from "./look.ts";
import { createOwner, createPerson, expectOk, openContext, openPage, platform, toNewEmail } from "./stage.ts";

async function createInvitation(email: string, role = "member") {
  const owner = await createOwner({ organization: "Harbour Stays" });
  await expectOk(owner.ask("POST", `${owner.base}/invitations`, { email, role }));
  return { owner, link: await createCaller(platform, email).openMail(/invites you/) };
}

test("somebody who is invited signs up in their own browser, comes back and is a member", async () => {
  const email = toNewEmail("ben");
  const { link, owner } = await createInvitation(email);
  const { page, complaints } = await openPage(await openContext(), link);
  await page.getByText("Ann Miller invites you to Harbour Stays as member.").waitFor();
  expect(await page.content()).not.toContain(email);
  await look(page, "invitation-signed-out");
  await page.getByRole("link", { name: "Sign up to accept" }).click();
  await page.getByLabel("Your name").fill("Ben");
  expect(await page.getByLabel("Organization").count()).toBe(0);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.waitForURL("**/check-your-mail?to=*");
  await page.goto(await createCaller(platform, email).openMail(/Confirm/));
  expect(page.url()).toBe(link);
  await look(page, "invitation");
  await page.getByRole("button", { name: "Accept" }).click();
  await page.waitForURL(`**${owner.home}`);
  await page.getByText("You are a member now.").waitFor();
  await page.goto(link);
  await page.getByRole("heading", { name: "This invitation is not open any more" }).waitFor();
  await look(page, "invitation-over");
  expect(complaints).toEqual([]);
});

test("signed in with another address one is told so, and comes back after signing out", async () => {
  const { link } = await createInvitation(toNewEmail("ben"));
  const thief = await createPerson({ name: "Thea" });
  const { page } = await openPage(thief.context, link);
  await page.getByText("It was sent to another address than").waitFor();
  expect(await page.getByRole("button", { name: "Accept" }).count()).toBe(0);
  await look(page, "invitation-other-address");
  await page.getByRole("button", { name: "Sign out and go on" }).click();
  await page.getByRole("link", { name: "Sign in to accept" }).waitFor();
  expect(page.url()).toBe(link);
});

test("what waits for somebody without an organization is accepted or declined on the welcome page", async () => {
  const ben = await createPerson({ name: "Ben" });
  const { owner } = await createInvitation(ben.email, "viewer");
  await createInvitation(ben.email, "admin");
  const { page } = await openPage(ben.context, "/");
  expect(new URL(page.url()).pathname).toBe("/welcome");
  await look(page, "welcome-invited");
  await page.getByRole("listitem").last().getByRole("button", { name: "Decline" }).click();
  await page.getByText("The invitation is declined.").waitFor();
  expect(await page.getByRole("button", { name: "Accept" }).count()).toBe(1);
  await page.getByRole("button", { name: "Accept" }).click();
  await page.waitForURL(`**${owner.home}`);
});
