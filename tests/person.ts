import { z } from "zod";
import { OrgId } from "#ids.ts";
import { createBrowser } from "./browser.ts";
import { readLink } from "./mailbox.ts";

const AUTH = "/api/v1/auth";
const Session = z.object({ user: z.object({ id: z.string() }) });
const Created = z.object({ id: OrgId });
const password = "correct horse battery";

/** Somebody with a verified address, signed in to a browser of their own. */
export async function createPerson(name = "Ann Example") {
  const email = `${crypto.randomUUID()}@example.com`;
  const browser = createBrowser();
  await browser.post(`${AUTH}/sign-up/email`, { email, password, name });
  await browser.get(await readLink(email, /Confirm/));
  const { user } = Session.parse((await browser.get(`${AUTH}/get-session`)).body);
  return {
    userId: user.id,
    email,
    password,
    browser,
    async createOrganization(name = "Test organization") {
      return Created.parse((await browser.post("/api/v1/organizations", { name })).body).id;
    },
  };
}

/** Invites somebody new into an organization, who accepts. */
export async function createMember(owner: Person, organization: OrgId, role: string): Promise<Person> {
  const person = await createPerson("Ben Example");
  const invitation = await invite(owner, organization, person.email, role);
  const { body, status } = await person.browser.post(`/api/v1/invitations/${invitation}/accept`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return person;
}

/** The id of the invitation, as the mail to the address has it. */
export async function invite(owner: Person, organization: OrgId, email: string, role: string) {
  const path = `/api/v1/organizations/${organization}/invitations`;
  const { body, status } = await owner.browser.post(path, { email, role });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return (await readLink(email, /invites you/)).split("/").at(-1) ?? "";
}

export type Person = Awaited<ReturnType<typeof createPerson>>;
