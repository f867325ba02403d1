import { expect, test } from "vitest";
import { ClientName } from "#organization/clients/client-catalogue.ts";
import { createPerson } from "#tests/person.ts";

type Setups = {
  mcp: string;
  placeholder: string;
  clients: { client: string; text: string; available: boolean }[];
};

test("every client is shown with its text, under the name that was asked for and at the MCP address", async () => {
  const { browser, createOrganization } = await createPerson();
  const base = `/api/v1/organizations/${await createOrganization()}/client-setups`;
  const { status, body } = await browser.get(`${base}?name=Front%20desk`);
  const { mcp, placeholder, clients } = body as Setups;
  expect([status, mcp, placeholder]).toEqual([200, expect.stringMatching(/\/mcp$/), "$LATCHKEY_KEY"]);
  expect(clients.map(({ client }) => client)).toEqual(ClientName.options);
  for (const { text } of clients) expect(text).toContain(mcp);
  expect(clients.filter(({ available }) => !available)).toMatchObject([
    { client: "chatgpt", signIn: "oauth" },
  ]);
  const [cursor] = clients.filter(({ client }) => client === "cursor");
  expect(cursor).toMatchObject({
    ...{ title: "Cursor", file: "~/.cursor/mcp.json", language: "json", signIn: "both" },
    text: expect.stringContaining('"latchkey-front-desk"'),
    link: { label: "Add to Cursor", url: expect.stringMatching(/^cursor:/) },
  });
});

test("without a name the server is called latchkey", async () => {
  const { browser, createOrganization } = await createPerson();
  const { body } = await browser.get(`/api/v1/organizations/${await createOrganization()}/client-setups`);
  const text = (body as Setups).clients.find(({ client }) => client === "claude_code")?.text;
  expect(text).toContain(" latchkey http");
});
