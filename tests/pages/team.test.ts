import { expect, test } from "vitest";
import { look } from "./look.ts";
import { createOwner, createPerson, expectOk, openContext, openPage } from "./stage.ts";

type Owner = Awaited<ReturnType<typeof createOwner>>;

/** Somebody with a browser of their own, who accepts the invitation in the mail. */
async function accept({ organization }: Owner, person: Awaited<ReturnType<typeof createPerson>>) {
  const link = await person.openMail(new RegExp(`${organization.name}|invites you`));
  const id = new URL(link).pathname.split("/").at(-1);
  await expectOk(person.ask("POST", `/api/v1/invitations/${id}/accept`, {}));
}

async function addMember(owner: Owner, role: string, name: string) {
  const person = await createPerson({ name });
  await expectOk(owner.ask("POST", `${owner.base}/invitations`, { email: person.email, role }));
  await accept(owner, person);
  return person;
}

test("somebody is invited, accepts in a browser of their own, gets another role at once and is removed", async () => {
  const owner = await createOwner();
  const ben = await createPerson({ name: "Ben Okafor" });
  const { page, complaints } = await openPage(owner.context, `${owner.home}/team`);
  await page.getByRole("link", { name: "Invite somebody" }).click();
  await page.getByLabel("E-mail address").fill(ben.email);
  await page.getByLabel("Role", { exact: true }).selectOption("viewer");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await page.getByText(`An invitation is on its way to ${ben.email}.`).waitFor();
  await page.getByText("2 of 5 places taken").waitFor();
  await page.getByRole("button", { name: "Send again" }).click();
  await page.getByText("The invitation is on its way again.").waitFor();
  await accept(owner, ben);

  const theirs = await openPage(ben.context, `${owner.home}/team`);
  await theirs.page.getByText(ben.email).last().waitFor();
  expect(await theirs.page.getByRole("link", { name: /^(Invite|Change|Remove|Transfer)/ }).count()).toBe(0);
  await theirs.page.goto(`${owner.home}/team?dialog=invite`);
  expect(await theirs.page.getByRole("dialog").count()).toBe(0);
  await look(theirs.page, "team-viewer");
  expect(theirs.complaints).toEqual([]);

  await page.reload();
  await page.getByRole("link", { name: "Change Ben Okafor" }).click();
  await page.getByLabel("Role", { exact: true }).selectOption("admin");
  await page.getByLabel("Only those ticked here").check();
  await look(page, "team-change");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("The change acts from the next request on.").waitFor();
  await page.getByRole("listitem").filter({ hasText: ben.email }).getByText("No connectors").waitFor();
  await theirs.page.reload();
  await theirs.page.getByRole("link", { name: "Invite somebody" }).waitFor();
  expect(await theirs.page.getByRole("link", { name: "Change Ann Miller" }).count()).toBe(0);
  await look(page, "team");

  await page.getByRole("link", { name: "Remove Ben Okafor" }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByText("The member is removed").waitFor();
  expect((await theirs.page.reload())?.status()).toBe(404);
  expect(complaints).toEqual([]);
});

test("an invitation to what is no address, of one too many, and one that is taken back", async () => {
  const owner = await createOwner();
  const { page } = await openPage(owner.context, `${owner.home}/team?dialog=invite`);
  const email = page.getByLabel("E-mail address");
  await email.evaluate((input) => input.setAttribute("type", "text"));
  await email.fill("<script>alert(1)</script>");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await page.getByRole("alert").waitFor();
  expect(await email.getAttribute("aria-invalid")).toBe("true");
  expect(await email.inputValue()).toBe("<script>alert(1)</script>");
  for (const invited of ["ada@example.com", "ben@example.com", "cleo@example.com", "dan@example.com"])
    await expectOk(owner.ask("POST", `${owner.base}/invitations`, { email: invited, role: "auditor" }));
  await email.fill("eve@example.com");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await page.getByRole("alert").getByText("Used 5 of 5.").waitFor();
  await look(page, "team-full");
  await page.goto(`${owner.home}/team`);
  await look(page, "team-invited");
  await page.getByRole("link", { name: "Take back the invitation of ben@example.com" }).click();
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByText("The invitation is taken back.").waitFor();
  await page.getByText("4 of 5 places taken").waitFor();
});

test("the last owner cannot leave; after the transfer, whose name is typed, they can", async () => {
  const owner = await createOwner();
  const ben = await addMember(owner, "member", "Ben Okafor");
  const { page } = await openPage(owner.context, `${owner.home}/team?dialog=leave`);
  await page.getByRole("button", { name: "Leave" }).click();
  await page.getByText("An organization needs an owner. Make somebody else an owner first.").waitFor();
  await page.goto(`${owner.home}/team?dialog=transfer`);
  const confirmation = page.getByLabel("Confirmation");
  await confirmation.fill("something else");
  await page.getByRole("button", { name: "Transfer ownership" }).click();
  await page.getByRole("alert").waitFor();
  expect(await confirmation.getAttribute("aria-invalid")).toBe("true");
  await look(page, "team-transfer");
  await confirmation.fill(owner.organization.slug);
  await page.getByRole("button", { name: "Transfer ownership" }).click();
  await page.getByText("The organization has a new owner. You are an admin now.").waitFor();
  await page.getByRole("listitem").filter({ hasText: ben.email }).getByText("Owner").waitFor();
  await page.getByRole("link", { name: "Leave" }).click();
  await page.getByRole("button", { name: "Leave" }).click();
  await page.waitForURL("**/welcome");
  expect((await owner.ask("GET", owner.base)).status).toBe(404);
});

test("without script somebody is invited; the team of another organization is not found", async () => {
  const [owner, other] = [await createOwner(), await createOwner({ organization: "Another" })];
  const quiet = await openContext({ javaScriptEnabled: false });
  await quiet.addCookies(await owner.context.cookies());
  const { page } = await openPage(quiet, `${owner.home}/team`);
  await page.getByRole("link", { name: "Invite somebody" }).click();
  await page.getByLabel("E-mail address").fill("cleo@example.com");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await page.getByText("An invitation is on its way to cleo@example.com.").waitFor();
  const refused = await page.goto(`${other.home}/team`);
  expect(refused?.status()).toBe(404);
});
