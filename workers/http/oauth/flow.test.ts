import { expect, test } from "vitest";
import { askMcp, connectAssistant, refresh } from "#tests/oauth.ts";
import { createPerson } from "#tests/person.ts";

test("an assistant that a person lets in lists tools, refreshes its token, and is shut out", async () => {
  const ann = await createPerson();
  const organization = await ann.createOrganization();
  const { clientId, tokens } = await connectAssistant(ann, organization);
  const answer = await askMcp(tokens.access_token, "tools/list");
  expect(answer.status).toBe(200);
  const next = await refresh(clientId, tokens.refresh_token);
  expect(next.status).toBe(200);
  const { body } = await ann.browser.get(`/api/v1/organizations/${organization}/grants`);
  expect(body).toMatchObject({ grants: [{ clientName: "Test assistant", memberName: "Ann Example" }] });
});
