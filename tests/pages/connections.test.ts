import { expect, test } from "vitest";
import { z } from "zod";
import { look } from "./look.ts";
import { createMember } from "./member.ts";
import { control, createHostawayAccount, createOwner, expectOk, openContext, openPage } from "./stage.ts";

const Created = z.object({ id: z.string() });
const Account = z.object({ clientSecret: z.string() });

test("an account is connected, whatever is typed before that is wrong", async () => {
  const { context, home } = await createOwner();
  const { accountId, clientSecret } = await createHostawayAccount();
  const { page, complaints } = await openPage(context, `${home}/connections`);
  await look(page, "connections-empty");
  await page.getByRole("link", { name: "Connect Hostaway" }).click();
  await page.getByRole("dialog").waitFor();
  await look(page, "connections-connect");

  const connect = async (account: string, secret: string) => {
    await page.getByLabel("Account ID").fill(account);
    await page.getByLabel("API secret key").fill(secret);
    await page.getByRole("button", { name: "Connect", exact: true }).click();
  };
  await connect("<script>alert(1)</script> 東京", clientSecret);
  await page.locator('[aria-invalid="true"]').waitFor();
  expect(await page.getByLabel("Account ID").inputValue()).toBe("<script>alert(1)</script> 東京");
  expect(await page.content()).not.toContain(clientSecret);

  await connect(accountId, "wrong");
  await page.locator('input[type="password"][aria-invalid="true"]').waitFor();
  expect(await page.getByText("Hostaway does not accept this account id and secret key.").count()).toBe(2);
  expect(await page.getByLabel("Account ID").inputValue()).toBe(accountId);
  await look(page, "connections-rejected");

  await connect(accountId, clientSecret);
  await page.getByText("Hostaway is connected.").waitFor();
  await page.getByText("1 of 3 used").waitFor();
  expect(await page.content()).not.toContain(clientSecret);
  await page.getByRole("link", { name: "Connect another account" }).click();
  await connect(accountId, clientSecret);
  await page.getByText("is connected already").first().waitFor();
  expect(complaints).toEqual([]);
});

test("a connection is tested, given a new credential, renamed, shared and disconnected", async () => {
  const owner = await createOwner();
  const { ask, base, context, home } = owner;
  const { accountId, clientSecret } = await createHostawayAccount();
  const credential = { accountId, secretKey: clientSecret };
  await expectOk(ask("POST", `${base}/connections`, { connector: "hostaway", credential }));
  const { page, complaints } = await openPage(context, `${home}/connections`);
  await page.getByRole("button", { name: "Test now" }).click();
  await page.getByText("It works.").waitFor();
  await control("/hostaway/faults", { account: accountId, kind: "error", status: 422, times: 1 });
  await page.getByRole("button", { name: "Test now" }).click();
  await page.getByText("The service did not answer").waitFor();
  await look(page, "connections");
  const rotated = Account.parse(await control(`/hostaway/accounts/${accountId}/secret`, {}));
  await page.getByRole("button", { name: "Test now" }).click();
  await page.getByText("The credential was rejected.").waitFor();
  await page.getByText("Rejected", { exact: true }).waitFor();
  await look(page, "connections-broken");

  await page.getByRole("link", { name: "Rotate credential: Hostaway" }).click();
  await page.getByRole("dialog").waitFor();
  await look(page, "connections-rotate");
  await page.getByLabel("Account ID").fill(accountId);
  await page.getByLabel("API secret key").fill(rotated.clientSecret);
  await page.getByRole("button", { name: "Replace credential" }).click();
  await page.getByText("Hostaway works with the new credential.").waitFor();
  await page.getByText("Working", { exact: true }).waitFor();

  await page.getByRole("link", { name: "Rename: Hostaway" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Küste 🏖️ <b>");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("The connection is called Küste 🏖️ <b> now.").waitFor();

  const { body } = await expectOk(ask("POST", `${base}/keys`, { name: "Office" }));
  const client = { name: "Laptop", client: "cursor", key: Created.parse(body).id };
  await expectOk(ask("POST", `${base}/clients`, client));
  const member = await createMember(owner, "member");
  await page.getByRole("link", { name: "Share: Küste" }).click();
  await page.getByLabel("Those of chosen members").check();
  await page.getByLabel("Ben Carter").check();
  await look(page, "connections-share");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Shared with Ben Carter.").waitFor();

  const { page: hers } = await openPage(member.context, `${home}/connections?dialog=disconnect`);
  await hers.getByText("Shared with Ben Carter.").waitFor();
  expect(await hers.getByRole("button", { name: "Test now" }).count()).toBe(0);
  expect(await hers.getByRole("link", { name: "Disconnect" }).count()).toBe(0);

  await page.getByRole("link", { name: "Disconnect: Küste" }).click();
  await page.getByText("Office (api_").waitFor();
  await page.getByText("Laptop", { exact: true }).waitFor();
  await look(page, "connections-disconnect");
  await page.getByRole("button", { name: "Disconnect" }).click();
  await page.getByText("No Hostaway account connected").waitFor();
  expect(complaints).toEqual([]);
});

test("without script an account is connected too; an auditor and a stranger see none", async () => {
  const owner = await createOwner();
  const { context, home } = owner;
  const { accountId, clientSecret } = await createHostawayAccount();
  const plain = await openContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const { page } = await openPage(plain, `${home}/connections?dialog=connect&connector=hostaway`);
  await page.getByLabel("Account ID").fill(accountId);
  await page.getByLabel("API secret key").fill(clientSecret);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByText("Hostaway is connected.").waitFor();
  await page.getByRole("button", { name: "Test now" }).click();
  await page.getByText("It works.").waitFor();

  const auditor = await createMember(owner, "auditor");
  const { page: refused } = await openPage(auditor.context, `${home}/connections`);
  await refused.getByText("This is not open to you").waitFor();
  const stranger = await createOwner({ organization: "Elsewhere" });
  const { page: nowhere } = await openPage(stranger.context, `${home}/connections`);
  await nowhere.getByText("There is no page here").waitFor();
});
