import { AppError } from "#errors.ts";

const TIMEOUT_MS = 10_000;

/**
 * The library follows redirects, which the draft of client ID metadata documents forbids: whoever found an open redirect at
 * a known site could come under that site's name. So what was found valid has to be at its address itself.
 */
export async function assertOwnDocument(clientId: string): Promise<void> {
  if (!/^https:/i.test(clientId)) return;
  const response = await fetch(clientId, {
    redirect: "manual",
    headers: { accept: "application/json", "user-agent": "Latchkey" },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null);
  await response?.body?.cancel();
  if (response?.status === 200) return;
  throw new AppError("invalid_authorization", "What the client says of itself is not at its own address.");
}
