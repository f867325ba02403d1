import { AppError } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import type { KeyRing } from "#lib/key-ring.ts";
import { findKeyOrganization } from "#organization/keys/key-format.ts";

export interface Credential {
  key: string;
  organization: OrgId;
}

/** The API key of a request, genuine as far as its tag shows. No I/O: a forgery costs a hash and nothing else. */
export function readCredential(headers: Headers, keyRing: KeyRing): Credential {
  const given = [headers.get("x-api-key"), toBearer(headers.get("authorization"))].filter(
    (key) => key !== null,
  );
  const [first, second] = given.map((key) => toCredential(key.trim(), keyRing));
  if (first === undefined) throw new AppError("missing_credential");
  if (second !== undefined && second.organization !== first.organization) {
    throw new AppError(
      "invalid_key",
      "The two credentials of this request belong to different organizations.",
    );
  }
  return first;
}

function toBearer(authorization: string | null): string | null {
  const [, token = null] = /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? "") ?? [];
  return token;
}

function toCredential(key: string, keyRing: KeyRing): Credential {
  const organization = findKeyOrganization(key, keyRing);
  if (organization === null) throw new AppError("invalid_key");
  return { key, organization };
}
