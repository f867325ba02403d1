import { expect, test } from "vitest";
import { createKey } from "./create-key.ts";
import { look } from "./look.ts";
import { createMember } from "./member.ts";
import { createOwner, expectOk, openContext, openPage, platform } from "./stage.ts";

const addClient = (owner: Awaited<ReturnType<typeof createOwner>>, key: string, terms: object = {}) =>
  expectOk(
    owner.ask("POST", `${owner.base}/clients`, { name: "Laptop", client: "cursor", key, ...terms }),
  ).then(({ body }) => String(body.id));

test("a client is added, its text shown and copied, renamed, given another key and removed", async () => {
  const owner = await createOwner({ connected: true });
  const { ask, base, context, home } = owner;
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page, complaints } = await openPage(context, `${home}/clients`);
  await look(page, "clients-empty");
  await page.getByRole("link", { name: "Add a client" }).click();
  await page.getByText("A client needs an API key, and you have none yet.").waitFor();
  await page.getByRole("link", { name: "Cancel" }).click();
  const [office, trial] = [
    await createKey(owner),
    await createKey(owner, { name: "Trial", environment: "test" }),
  ];

  await page.getByRole("link", { name: "Add a client" }).click();
  const name = `<script>alert("東京")</script>`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  const client = page.getByLabel("Client", { exact: true });
  const offered = await client.locator("option").allTextContents();
  expect([offered.includes("JetBrains AI"), offered.includes("ChatGPT")]).toEqual([true, false]);
  await client.selectOption({ label: "Cursor" });
  await page.getByLabel("API key").selectOption({ label: `Office (${office.masked})` });
  await look(page, "clients-new");
  await page.getByRole("button", { name: "Add client" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  const { body: listed } = await ask("GET", `${base}/clients`);
  const { body: stored } = await ask("GET", `${base}/clients/${listed.clients[0].id}`);
  expect(await page.locator("#setup").textContent()).toBe(stored.setup.text);
  await page.getByRole("button", { name: "Copy: text for Cursor" }).click();
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(stored.setup.text);
  expect(await page.getByRole("link", { name: "Add to Cursor" }).getAttribute("href")).toBe(
    stored.setup.link.url,
  );
  await look(page, "clients-one");

  await page.getByRole("link", { name: "All clients" }).click();
  await page.getByText("1 of 10 used").waitFor();
  await page.getByText("All connections of its key").waitFor();
  await page.getByRole("link", { name: `Change ${name}` }).click();
  await page.getByLabel("Name", { exact: true }).fill("Front desk");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Front desk is saved.").waitFor();
  await page.getByText(`Cursor · Office ${office.masked}`).waitFor();
  await page.getByRole("link", { name: "Change Front desk" }).click();
  await page.getByLabel("API key").selectOption({ label: `Trial (${trial.masked})` });
  await page.getByRole("button", { name: "Save" }).click();
  const card = page.getByRole("article", { name: "Front desk" });
  await card.getByText(`Cursor · Trial ${trial.masked}`).waitFor();
  await card.getByText("Test", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Remove Front desk" }).click();
  await page.getByRole("button", { name: "Remove client" }).click();
  await page.getByText("No clients yet").waitFor();
  expect(complaints).toEqual([]);
});

test("a client whose key was deleted says so, until it is given another; connections have names", async () => {
  const owner = await createOwner({ connected: true });
  const { ask, base, context, home } = owner;
  const { body } = await ask("GET", `${base}/connections`);
  const [connection] = body.connections;
  const gone = await createKey(owner, { name: "Gone" });
  const other = await createKey(owner);
  const id = await addClient(owner, gone.id, { connections: [connection.id] });
  await addClient(owner, other.id, { name: "Desk", client: "vs_code" });
  await expectOk(ask("DELETE", `${base}/keys/${gone.id}`));

  const { page, complaints } = await openPage(context, `${home}/clients/${id}`);
  await page.getByText("Its key was deleted, so the client gets 401.").waitFor();
  await page.getByRole("link", { name: "Choose another key for Laptop" }).click();
  await page.getByRole("dialog", { name: "Change Laptop" }).waitFor();
  await look(page, "clients-change");
  await page.getByLabel("Name", { exact: true }).fill("DESK");
  await page.getByRole("button", { name: "Save" }).click();
  await page
    .locator(`#update-${id}-name-problem`, { hasText: "another client configuration is called" })
    .waitFor();
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("DESK");
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  const card = page.getByRole("article", { name: "Laptop" });
  await card.getByText("Key deleted").waitFor();
  await card.getByText(connection.name).waitFor();
  await look(page, "clients");
  await page.getByRole("link", { name: "Choose another key for Laptop" }).click();
  await page.getByLabel("API key").selectOption({ label: `Office (${other.masked})` });
  await page.getByRole("button", { name: "Save" }).click();
  await card.getByText(other.masked).waitFor();
  expect(await page.getByText("Key deleted").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("without script a client is added, and a name that is taken stands at its field", async () => {
  const owner = await createOwner();
  const key = await createKey(owner);
  await addClient(owner, key.id);
  const context = await openContext({ javaScriptEnabled: false });
  await context.addCookies(owner.listCookies().map((cookie) => ({ ...cookie, url: platform.dashboard })));
  const { page } = await openPage(context, `${owner.home}/clients?dialog=new`);
  await page.getByLabel("Name", { exact: true }).fill("laptop");
  await page.getByLabel("Client", { exact: true }).selectOption("codex");
  await page.getByLabel("API key").selectOption(key.id);
  await page.getByRole("button", { name: "Add client" }).click();
  await page.locator("#create-name-problem").waitFor();
  expect(await page.getByLabel("Client", { exact: true }).inputValue()).toBe("codex");
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("laptop");
  await page.getByLabel("Name", { exact: true }).fill("Server");
  await page.getByLabel("API key").selectOption(key.id);
  await page.getByRole("button", { name: "Add client" }).click();
  await page.getByRole("heading", { level: 1, name: "Server" }).waitFor();
  expect(await page.locator("#setup").textContent()).toContain("[mcp_servers.latchkey-server]");
});

test("a viewer looks and changes nothing; another organization's client is a page that is not there", async () => {
  const owner = await createOwner();
  const { id: key } = await createKey(owner);
  const id = await addClient(owner, key);
  const viewer = await createMember(owner, "viewer");
  const { page } = await openPage(viewer.context, `${owner.home}/clients?dialog=new`);
  await page.getByRole("link", { name: "Show text for Laptop" }).waitFor();
  expect(await page.getByRole("link", { name: /^(Add|Change|Remove)/ }).count()).toBe(0);
  expect(await page.getByRole("dialog").count()).toBe(0);
  const stranger = await createOwner();
  for (const address of [`${owner.home}/clients`, `${stranger.home}/clients/${id}`]) {
    const lost = await openPage(stranger.context, address);
    await lost.page.getByRole("heading", { name: "There is no page here" }).waitFor();
    await lost.page.close();
  }
});
