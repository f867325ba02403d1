import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { askAuth } from "#auth.server.ts";

export const loader = () => redirect("/");

export async function action(args: ActionFunctionArgs) {
  const { headers } = await askAuth(args, "/sign-out", {});
  return redirect("/sign-in", { headers });
}
