import { z } from "zod";

const Claims = z.object({
  requestType: z.literal("change-email-verification"),
  userId: z.string(),
  email: z.email(),
  updateTo: z.email(),
});

interface AddressChange {
  userId: string;
  from: string;
  to: string;
}

/** What better-auth's token asks for, if that is a change of address. It does not check the token: that is better-auth's. */
export function readAddressChange(token: string): AddressChange | null {
  const [, payload = ""] = token.split(".");
  const claims = Claims.safeParse(parse(Buffer.from(payload, "base64url").toString())).data;
  if (claims === undefined) return null;
  return { userId: claims.userId, from: claims.email, to: claims.updateTo };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
