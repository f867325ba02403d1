import { type createOwner, createPerson, expectOk } from "./stage.ts";

/** Somebody new, invited by the owner and signed in. */
export async function addMember(owner: Awaited<ReturnType<typeof createOwner>>, role: string) {
  const person = await createPerson({ name: "Ben Carter" });
  await expectOk(owner.ask("POST", `${owner.base}/invitations`, { email: person.email, role }));
  const invitation = (await person.openMail(/invites you/)).split("/").at(-1);
  await expectOk(person.ask("POST", `/api/v1/invitations/${invitation}/accept`));
  return person;
}
