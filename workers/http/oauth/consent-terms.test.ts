import { expect, test } from "vitest";
import { newAuthorization, openConsent, registerClient } from "#tests/oauth.ts";
import { createPerson } from "#tests/person.ts";

test("what cannot be seen of a client's name is not part of it", async () => {
  const ann = await createPerson();
  for (const [name, shown] of [
    ["\u202eedualC\u2066\u0000", "edualC"],
    ["\u200b", null],
  ] as const) {
    const clientId = await registerClient({ client_name: name });
    const opened = await openConsent(ann, newAuthorization(clientId).query);
    expect(opened).toMatchObject({ client: { name: shown ?? clientId } });
  }
});

test("terms that allow nothing are refused at their field, and the page can be sent again", async () => {
  const ann = await createPerson();
  const organization = await ann.createOrganization();
  const opened = await openConsent(ann, newAuthorization(await registerClient()).query, organization);
  const decide = (terms: object) =>
    ann.browser.post("/api/v1/authorizations/decide", {
      ...{ decision: "approve", organization, scopes: ["read"], toolsets: null, connections: null },
      ...{ handle: "handle" in opened ? opened.handle : "" },
      ...terms,
    });
  for (const name of ["toolsets", "connections"]) {
    const refused = await decide({ [name]: [] });
    expect(refused).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining(`${name}:`) } },
    });
  }
  expect((await decide({})).body).toMatchObject({ kind: "redirect" });
});
