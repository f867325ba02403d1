import { z } from "zod";
import { AppError } from "#errors.ts";
import { assertPublicUrl } from "#organization/outgoing/assert-public-url.ts";

/** A client that is known by an address is looked up there, so that has to be a public one. */
export function assertPublicClient(clientId: string): void {
  if (!/^https?:/i.test(clientId)) return;
  try {
    assertPublicUrl(clientId);
  } catch {
    throw new AppError("invalid_authorization", "The client's id is an address that is not public.");
  }
}

/** The same of whoever a request to the token endpoint says that it comes from, in each way that the library reads. */
export function assertPublicClients(headers: Headers, form: URLSearchParams): void {
  const claimed = [
    ...form.getAll("client_id"),
    readBasic(headers.get("authorization") ?? ""),
    ...form.getAll("client_assertion").map(readIssuer),
  ];
  for (const clientId of claimed) assertPublicClient(clientId);
}

function readBasic(authorization: string): string {
  const [, encoded = ""] = /^basic\s+(\S+)\s*$/i.exec(authorization) ?? [];
  const [clientId = ""] = Buffer.from(encoded, "base64").toString().split(":");
  try {
    return decodeURIComponent(clientId.replaceAll("+", " "));
  } catch {
    return "";
  }
}

const Claims = z.object({ iss: z.string() });

function readIssuer(assertion: string): string {
  const [, payload = ""] = assertion.split(".");
  try {
    return Claims.parse(JSON.parse(Buffer.from(payload, "base64url").toString())).iss;
  } catch {
    return "";
  }
}
