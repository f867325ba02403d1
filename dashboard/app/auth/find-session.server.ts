import type { Args } from "#api.server.ts";
import { readSession } from "#session.server.ts";

/** Who looks at a page that is open to everybody; null where nobody is signed in. */
export async function findSession(args: Args) {
  if (!args.request.headers.has("cookie")) return null;
  try {
    return await readSession(args);
  } catch (thrown) {
    // The way to the sign-in page is what being signed out looks like.
    if (thrown instanceof Response && thrown.status === 302) return null;
    throw thrown;
  }
}
