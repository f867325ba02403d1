import { type Caller, createPerson, expectOk } from "./stage.ts";

/** Somebody who was invited into the organization with this role, and accepted. */
export async function createMember({ ask, base }: { ask: Caller["ask"]; base: string }, role: string) {
  const person = await createPerson({ name: "Ben Carter" });
  await expectOk(ask("POST", `${base}/invitations`, { email: person.email, role }));
  const invitation = (await person.openMail(/invites you/)).split("/").at(-1);
  await expectOk(person.ask("POST", `/api/v1/invitations/${invitation}/accept`, {}));
  return person;
}
