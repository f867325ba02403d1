const encoder = new TextEncoder();

/** The `Stripe-Signature` of a body sent at that time, in seconds. Only `v1` proves anything. */
export async function sign(body: string, secret: string, at: number): Promise<string> {
  const [v1, v0] = await Promise.all([hmac(secret, `${at}.${body}`), hmac(`v0 ${secret}`, `${at}.${body}`)]);
  return `t=${at},v1=${v1},v0=${v0}`;
}

async function hmac(secret: string, text: string): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
