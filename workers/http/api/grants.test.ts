import { expect, test } from "vitest";
import { z } from "zod";
import { tryToken } from "#tests/authorization.ts";
import { database } from "#tests/database.ts";
import { connectAssistant } from "#tests/oauth.ts";
import { createMember, createPerson } from "#tests/person.ts";

const Listed = z.object({ grants: z.array(z.object({ id: z.string(), memberId: z.string() })) });

test("assistants are listed with who let them in; members see and shut out their own only, owners all", async () => {
  const ann = await createPerson();
  const organization = await ann.createOrganization();
  const ben = await createMember(ann, organization, "member");
  const anns = await connectAssistant(ann, organization);
  const bens = await connectAssistant(ben, organization);
  const path = `/api/v1/organizations/${organization}/grants`;

  const { body } = await ann.browser.get(path);
  expect(body).toMatchObject({
    grants: [
      { clientName: "Test assistant", memberId: ann.userId, memberName: "Ann Example", scopes: ["read"] },
      { memberId: ben.userId },
    ],
  });
  const [first, second] = Listed.parse(body).grants;
  expect(Listed.parse((await ben.browser.get(path)).body).grants).toEqual([second]);

  expect((await ben.browser.send("DELETE", `${path}/${first?.id}`)).status).toBe(404);
  expect(await tryToken(anns.tokens.access_token)).toEqual([200, null]);
  expect((await ann.browser.send("DELETE", `${path}/${second?.id}`)).status).toBe(204);
  expect(await tryToken(bens.tokens.access_token)).toEqual([401, "invalid_access_token"]);
});

test("an assistant is shut out also where an organization can only be read", async () => {
  const ann = await createPerson();
  const organization = await ann.createOrganization();
  await connectAssistant(ann, organization);
  await database
    .prepare("update billing_accounts set status = 'archived' where organization_id = ?")
    .bind(organization)
    .run();
  const path = `/api/v1/organizations/${organization}/grants`;
  const [grant] = Listed.parse((await ann.browser.get(path)).body).grants;
  expect((await ann.browser.post(`/api/v1/organizations/${organization}/keys`, { name: "A" })).status).toBe(
    402,
  );
  expect((await ann.browser.send("DELETE", `${path}/${grant?.id}`)).status).toBe(204);
  expect((await ann.browser.get(path)).body).toEqual({ grants: [] });
});
