import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { askAuth } from "#auth.server.ts";
import { getText } from "#forms.server.ts";
import { toOwnPath } from "#redirects.ts";

export const loader = () => redirect("/");

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const { headers } = await askAuth(args, "/sign-out", {});
  return redirect(toOwnPath(getText(form, "to"), "/sign-in"), { headers });
}
