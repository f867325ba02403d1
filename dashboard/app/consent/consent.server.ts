import { type AppLoadContext, data } from "@remix-run/cloudflare";
import { type Args, isRefusal, openApi, read } from "#api.server.ts";
import { unparsed } from "#forms.server.ts";

/** Requests whose form was the end of the page. Without script its loader runs after it, and must not ask anew. */
const ended = new WeakSet<AppLoadContext>();

/** What the page asks, or where the browser goes on; null right after the decision. Each time is a consent of its own. */
export async function openConsent(args: Args) {
  const headers = new Headers();
  if (ended.has(args.context)) return { opened: null, headers };
  const { searchParams } = new URL(args.request.url);
  const organization = searchParams.get("organization") ?? undefined;
  // Ours, and none of what the assistant asked for.
  searchParams.delete("organization");
  const json = { query: searchParams.toString(), organization };
  const answer = await openApi(args).authorizations.$post({ json });
  keepCookies(answer, headers);
  return { opened: await read(Promise.resolve(answer)), headers };
}

/** Uses the consent up. `to`: where the assistant is told. */
export async function decide(args: Args, decision: { decision: "deny" | "approve"; handle: string }) {
  const headers = new Headers();
  try {
    const answer = await openApi(args).authorizations.decide.$post({ json: unparsed(decision) });
    keepCookies(answer, headers);
    const { to } = await read(Promise.resolve(answer));
    ended.add(args.context);
    return data({ to }, { headers });
  } catch (thrown) {
    if (isRefusal(thrown, "invalid_authorization")) ended.add(args.context);
    throw thrown;
  }
}

/** They bind what was asked to this browser. */
function keepCookies(answer: { headers: Headers }, headers: Headers): void {
  for (const cookie of answer.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
}
