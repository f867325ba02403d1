import { AppError } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import type { KeyRing } from "#lib/key-ring.ts";
import { findSubjectOrganization } from "#organization/grants/grant-subject.ts";
import { findKeyOrganization } from "#organization/keys/key-format.ts";

export interface Credential {
  /** An API key, or an access token that a member let an assistant have. */
  kind: "key" | "token";
  value: string;
  organization: OrgId;
}

/**
 * What a request proves itself with, genuine as far as its tag shows. No I/O: a forgery costs a hash and nothing else. A key
 * in its own header goes before a token; both are taken only for the same organization.
 */
export function readCredential(headers: Headers, keyRing: KeyRing): Credential {
  const given = [headers.get("x-api-key"), toBearer(headers.get("authorization"))].filter(
    (value) => value !== null,
  );
  const [first, second] = given.map((value) => toCredential(value.trim(), keyRing));
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

function toCredential(value: string, keyRing: KeyRing): Credential {
  // Only the OAuth library's tokens are written with colons.
  const kind = value.includes(":") ? "token" : "key";
  const find = kind === "token" ? findSubjectOrganization : findKeyOrganization;
  const organization = find(value, keyRing);
  if (organization === null) throw new AppError(kind === "token" ? "invalid_access_token" : "invalid_key");
  return { kind, value, organization };
}

/** Of a request to REST, where keys are taken only: a token is made out for the MCP endpoint and for nothing else. */
export function readKey(headers: Headers, keyRing: KeyRing): { key: string; organization: OrgId } {
  const { kind, organization, value } = readCredential(headers, keyRing);
  if (kind === "key") return { key: value, organization };
  throw new AppError(
    "invalid_access_token",
    "This access token is for the MCP endpoint. Over REST send an API key.",
  );
}
