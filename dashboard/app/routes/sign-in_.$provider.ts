import { type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { z } from "zod";
import { readReturnPath } from "#auth/return-path.ts";
import { askAuth } from "#auth.server.ts";

const Started = z.object({ url: z.url({ protocol: /^https?$/ }) });

/** On to the provider. */
export async function loader(args: LoaderFunctionArgs) {
  const { origin } = new URL(args.request.url);
  const to = readReturnPath(args.request);
  const signIn = `/sign-in?${new URLSearchParams({ to })}`;
  try {
    const { body, headers } = await askAuth(args, "/sign-in/social", {
      provider: args.params.provider,
      callbackURL: origin + to,
      errorCallbackURL: origin + signIn,
    });
    return redirect(Started.parse(body).url, { headers });
  } catch (thrown) {
    if (thrown instanceof Response) return redirect(`${signIn}&error=provider`);
    throw thrown;
  }
}
