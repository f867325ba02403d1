import type { OrgId } from "#ids.ts";
import type { KeyRing } from "#lib/key-ring.ts";
import { findKeyOrganization } from "#organization/keys/key-format.ts";
import type { Verdict } from "./verdict.ts";

/** What comes along when a key is copied out of a file or a command. */
const BEFORE = /^\W*(?:(?:x-api-key|authorization)\W*)?(?:bearer\s+)?/i;
const AMIDST = /[\s"'`‘’“”,;]/g;

const forms: { form: RegExp; title: string; message: string }[] = [
  {
    form: /latchkey_key/i,
    title: "No key yet",
    message: "This is the placeholder. Put your key in its place.",
  },
  {
    form: /^api_(?:…|\.{3})/,
    title: "A masked key",
    message: "This is how a key is shown later on. The whole key was shown once, when it was made.",
  },
  {
    form: /^api_[0-9a-f]{0,63}$/i,
    title: "The key is cut off",
    message: "It begins like a key and ends too early. Copy it again, whole: api_ and 64 characters.",
  },
  {
    form: /^api_[0-9a-f]{64}$/i,
    title: "Unknown key",
    message:
      "It has the form of a key and was never issued here: it was typed wrong, or is of another Latchkey.",
  },
  {
    form: /^api_/,
    title: "Not a whole key",
    message: "It begins like a key and goes on differently. Copy it again: api_ and 64 characters.",
  },
];

const notKey = {
  title: "Not a key",
  message: "This is no Latchkey API key. A key is api_ and 64 characters from 0 to 9 and a to f.",
};

const ofAnother = {
  title: "A key of another organization",
  message: "The key does not belong to this organization, so nothing was tried with it.",
};

const pastedAlong = {
  title: "More than the key",
  message:
    "Spaces, quotes or a header's name were pasted along. Enter the key alone, from api_ to its last character.",
};

/** What the key alone tells, before anything is asked: null for a genuine one of this organization. */
export function examineKey(given: string, organization: OrgId, keyRing: KeyRing): Verdict | null {
  const key = given.replace(BEFORE, "").replaceAll(AMIDST, "");
  const found = findKeyOrganization(key, keyRing);
  if (found === null) return toInvalid(forms.find(({ form }) => form.test(key)) ?? notKey);
  if (found !== organization) return toInvalid(ofAnother);
  return key === given ? null : toInvalid(pastedAlong);
}

function toInvalid({ title, message }: { title: string; message: string }): Verdict {
  return { title, message, whoCanFix: "you", code: "invalid_key" };
}
