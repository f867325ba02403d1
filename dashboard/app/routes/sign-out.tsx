import { type ActionFunctionArgs, redirect, redirectDocument } from "@remix-run/cloudflare";
import { askAuth } from "#auth.server.ts";
import { getText } from "#forms.server.ts";
import { toOwnPath } from "#redirects.ts";

export const loader = () => redirect("/");

/** Loads the next page whole, so that nothing of what was shown stays in this one. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const { headers } = await askAuth(args, "/sign-out", {});
  return redirectDocument(toOwnPath(getText(form, "to"), "/sign-in"), { headers });
}
