import { OrgId } from "#ids.ts";
import { createBrowser } from "./browser.ts";
import { readLink } from "./mailbox.ts";

const AUTH = "/api/v1/auth";
const password = "correct horse battery";

/** Somebody with a verified address, signed in to a browser of their own. */
export async function createPerson(name = "Ann Example") {
  const email = `${crypto.randomUUID()}@example.com`;
  const browser = createBrowser();
  await browser.post(`${AUTH}/sign-up/email`, { email, password, name });
  await browser.get(await readLink(email, /Confirm/));
  return {
    email,
    password,
    browser,
    async createOrganization(organization = "Test organization") {
      const slug = crypto.randomUUID();
      const { body, status } = await browser.post(`${AUTH}/organization/create`, {
        name: organization,
        slug,
      });
      if (status !== 200) throw new Error(JSON.stringify(body));
      return OrgId.parse((body as { id: unknown }).id);
    },
  };
}

/** Invites somebody new into an organization, who accepts. */
export async function createMember(owner: Person, organizationId: OrgId, role: string): Promise<Person> {
  const person = await createPerson("Ben Example");
  const invited = await owner.browser.post(`${AUTH}/organization/invite-member`, {
    email: person.email,
    role,
    organizationId,
  });
  if (invited.status !== 200) throw new Error(JSON.stringify(invited.body));
  const invitationId = (await readLink(person.email, /invites you/)).split("/").at(-1);
  const accepted = await person.browser.post(`${AUTH}/organization/accept-invitation`, { invitationId });
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body));
  return person;
}

export type Person = Awaited<ReturnType<typeof createPerson>>;
