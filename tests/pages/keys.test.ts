import { expect, test } from "vitest";
import { createKey } from "./create-key.ts";
import { look } from "./look.ts";
import { createMember } from "./member.ts";
import { createOwner, openContext, openPage } from "./stage.ts";

test("a key is made, shown once, copied, renamed, regenerated and deleted", async () => {
  const { context, home } = await createOwner();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page, complaints } = await openPage(context, `${home}/keys`);
  await look(page, "keys-empty");
  await page.getByRole("link", { name: "Generate new API key" }).click();
  await look(page, "keys-new");
  await page.getByLabel("Name", { exact: true }).fill("Claude on Ann's laptop");
  await page.getByRole("button", { name: "Generate key" }).click();
  const secret = (await page.locator("#secret").textContent()) ?? "";
  expect(secret).toMatch(/^api_[0-9a-f]{64}$/);
  await look(page, "keys-revealed");
  await page.getByRole("button", { name: "Copy: API key" }).click();
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(secret);
  await page.getByLabel("I have stored this key").check();
  await page.getByRole("link", { name: "Done" }).click();
  await page.getByText("1 of 5 used").waitFor();
  await look(page, "keys");
  await page.goBack();
  expect(await page.content()).not.toContain(secret);
  await page.goto(`${home}/keys`);

  await page.getByRole("link", { name: "Rename Claude" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Office");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("The key is called Office now.").waitFor();
  await page.getByRole("link", { name: "Regenerate Office" }).click();
  await page.getByRole("button", { name: "Regenerate key" }).click();
  await page.locator("#secret").waitFor();
  expect(await page.locator("#secret").textContent()).not.toBe(secret);
  await page.getByLabel("I have stored this key").check();
  await page.getByRole("link", { name: "Done" }).click();
  await page.getByRole("link", { name: "Delete Office" }).click();
  await page.getByRole("button", { name: "Delete key" }).click();
  await page.getByText("No keys yet").waitFor();
  expect(complaints).toEqual([]);
});

test("what a wrong form says, with what was typed still there", async () => {
  const { context, home } = await createOwner();
  const { page } = await openPage(context, `${home}/keys?dialog=new`);
  await page.getByLabel("Name", { exact: true }).fill("<script>alert(1)</script>");
  await page.getByText("More terms").click();
  await page.getByLabel("Addresses").fill("nowhere");
  await page.getByRole("button", { name: "Generate key" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("<script>alert(1)</script>");
});

test("without script a refused form keeps what was ticked, so that the key has no more rights than were wanted", async () => {
  const { context, home } = await createOwner();
  const plain = await openContext({ javaScriptEnabled: false, storageState: await context.storageState() });
  const { page } = await openPage(plain, `${home}/keys?dialog=new`);
  await page.getByLabel("Name", { exact: true }).fill("Office");
  await page.getByLabel("Read, and try writes").check();
  await page.getByText("More terms").click();
  const toolset = page.locator("input[name=toolsets]");
  await toolset.nth(1).check();
  await page.getByLabel("Addresses").fill("nowhere");
  await page.getByRole("button", { name: "Generate key" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel("Read, and try writes").isChecked()).toBe(true);
  expect(await toolset.nth(1).isChecked()).toBe(true);
  expect(await toolset.first().isChecked()).toBe(false);
});

test("a member is offered only what can be done with keys of their own, a viewer nothing, by no address either", async () => {
  const owner = await createOwner();
  const { id } = await createKey(owner);
  for (const role of ["member", "viewer"]) {
    const { context } = await createMember(owner, role);
    const { page } = await openPage(context, `${owner.home}/keys`);
    await page.getByText("Office").waitFor();
    expect(await page.getByRole("link", { name: /^(Rename|Regenerate|Delete) Office/ }).count()).toBe(0);
    for (const dialog of ["rename", "regenerate", "delete"]) {
      await page.goto(`${owner.home}/keys?dialog=${dialog}&key=${id}`);
      expect(await page.getByRole("dialog").count()).toBe(0);
    }
    const makes = await page.getByRole("link", { name: "Generate new API key" }).count();
    expect(makes).toBe(role === "member" ? 1 : 0);
  }
});
