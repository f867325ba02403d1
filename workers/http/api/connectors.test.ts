import { expect, test } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { createPerson } from "#tests/person.ts";

test("whoever is signed in sees what can be connected, with the fields that its form asks for", async () => {
  const { browser } = await createPerson();
  const { status, body } = await browser.get("/api/v1/connectors");
  expect([status, body]).toMatchObject([
    200,
    {
      connectors: [
        {
          name: "hostaway",
          title: "Hostaway",
          fields: [
            { name: "accountId", label: "Account ID", hint: expect.any(String), isSecret: false },
            { name: "secretKey", label: "API secret key", hint: expect.any(String), isSecret: true },
          ],
          toolsets: [
            { name: "core", title: "Core", reads: 12, writes: 4 },
            { name: "messaging" },
            { name: "pricing" },
            { name: "finance" },
            { name: "operations" },
          ],
        },
      ],
    },
  ]);
});

test("the list of connectors is for people who are signed in", async () => {
  expect((await createBrowser().get("/api/v1/connectors")).status).toBe(401);
});
