import { expect, test } from "vitest";
import { ClientName } from "#organization/clients/client-catalogue.ts";
import { createPerson } from "#tests/person.ts";

type Setups = {
  mcp: string;
  placeholder: string;
  clients: { client: string; recommended: string; ways: { way: string; text: string }[] }[];
};

test("every client is shown with its ways in, under the name that was asked for and at the MCP address", async () => {
  const { browser, createOrganization } = await createPerson();
  const base = `/api/v1/organizations/${await createOrganization()}/client-setups`;
  const { status, body } = await browser.get(`${base}?name=Front%20desk`);
  const { mcp, placeholder, clients } = body as Setups;
  expect([status, mcp, placeholder]).toEqual([200, expect.stringMatching(/\/mcp$/), "$LATCHKEY_KEY"]);
  expect(clients.map(({ client }) => client)).toEqual(ClientName.options);
  for (const { ways } of clients) for (const { text } of ways) expect(text).toContain(mcp);
  const [cursor] = clients.filter(({ client }) => client === "cursor");
  const common = {
    ...{ file: "~/.cursor/mcp.json", language: "json", note: expect.any(String) },
    text: expect.stringContaining('"latchkey-front-desk"'),
    link: { label: "Add to Cursor", url: expect.stringMatching(/^cursor:/) },
  };
  expect(cursor).toMatchObject({
    ...{ title: "Cursor", recommended: "sign_in" },
    ways: [
      { way: "sign_in", ...common },
      { way: "key", ...common },
    ],
  });
});

test("without a name the server is called latchkey", async () => {
  const { browser, createOrganization } = await createPerson();
  const { body } = await browser.get(`/api/v1/organizations/${await createOrganization()}/client-setups`);
  const { ways = [] } = (body as Setups).clients.find(({ client }) => client === "claude_code") ?? {};
  expect(ways).toHaveLength(2);
  for (const { text } of ways) expect(text).toContain(" latchkey http");
});
