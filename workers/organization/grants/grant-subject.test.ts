import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { getConfig } from "#env.ts";
import { newId } from "#ids.ts";
import { parseKeyRing } from "#lib/key-ring.ts";
import { letIn } from "#tests/grants.ts";
import { askMcp } from "#tests/oauth.ts";
import { addMembers, createOrganization } from "#tests/organization.ts";
import { findSubjectOrganization, makeSubject } from "./grant-subject.ts";

const [older, newer] = [`1:${"0123456789abcdef".repeat(4)}`, `2:${"fedcba9876543210".repeat(4)}`];
const organization = newId("org");
const token = (subject: string) => `${subject}:3l27HK3MYgE-2ShO:E9JdtKP7UrnWQKXFZgSqvA-uAhHWXlgx`;

test("a token names its organization, also after a newer secret came to the ring, and not once its own is gone", () => {
  const made = token(makeSubject(organization, "anna", parseKeyRing(older)));
  expect(findSubjectOrganization(made, parseKeyRing(older))).toBe(organization);
  expect(findSubjectOrganization(made, parseKeyRing(`${newer},${older}`))).toBe(organization);
  expect(findSubjectOrganization(made, parseKeyRing(newer))).toBeNull();
});

test("whatever is changed in a token's subject, it names nobody", () => {
  const ring = parseKeyRing(older);
  const subject = makeSubject(organization, "anna", ring);
  const [locator = "", tag = "", user = ""] = subject.split("~");
  const [other = ""] = makeSubject(newId("org"), "anna", ring).split("~");
  const altered = [
    `${other}~${tag}~${user}`,
    `${locator}~${tag}~ben`,
    `${locator}~0${tag.slice(1)}~${user}`,
    `${locator}~${tag.slice(0, -1)}~${user}`,
    `${locator}~${tag}~`,
    `${locator}~~${user}`,
    "",
  ];
  for (const one of altered) expect(findSubjectOrganization(token(one), ring), one).toBeNull();
  for (const short of [subject, `${subject}:`, `${subject}::x`, `${token(subject)}:more`])
    expect(findSubjectOrganization(short, ring), short).toBeNull();
});

test("the token of one organization opens no other, not even one that its member is in too", async () => {
  const [first, second] = [await createOrganization(), await createOrganization()];
  for (const one of [first, second]) await addMembers(one, "member", "anna");
  const { token: genuine } = await letIn(first, "anna");
  const [, grant, secret] = genuine.split(":");
  const moved = `${makeSubject(second.id, "anna", getConfig(env).keyRing)}:${grant}:${secret}`;
  expect((await askMcp(genuine, "tools/list")).status).toBe(200);
  const refused = await askMcp(moved, "tools/list");
  expect([refused.status, JSON.parse(refused.text).error.code]).toEqual([401, "invalid_access_token"]);
});
