import { type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { openApi, read } from "#api.server.ts";

/** `/billing` and the like, as mails and Stripe know them: the page of that name in the organization that is named or was last. */
export async function loader(args: LoaderFunctionArgs) {
  const { organization, organizations } = await read(openApi(args).session.$get());
  const { pathname, searchParams } = new URL(args.request.url);
  const wanted = searchParams.get("organization") ?? organization?.id;
  const found = organizations.find(({ id }) => id === wanted) ?? organizations[0];
  if (found === undefined) return redirect("/welcome");
  searchParams.delete("organization");
  const query = searchParams.size > 0 ? `?${searchParams}` : "";
  return redirect(`/${found.slug ?? found.id}${pathname}${query}`);
}
