import type { AppLoadContext } from "@remix-run/cloudflare";
import { type Args, openApi, read } from "#api.server.ts";

const ask = (args: Args) => read(openApi(args).session.$get());

const asked = new WeakMap<AppLoadContext, ReturnType<typeof ask>>();

/** Who looks, asked once for all loaders that make one page together. An action asks anew, since it may have changed that. */
export async function readSession(args: Args) {
  if (args.request.method !== "GET") return ask(args);
  const session = asked.get(args.context) ?? ask(args);
  asked.set(args.context, session);
  try {
    return await session;
  } catch (thrown) {
    // Each loader's refusal is read by itself.
    throw thrown instanceof Response ? thrown.clone() : thrown;
  }
}
