import { type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { openApi, read } from "#api.server.ts";

/** To the organization that one worked in last; without one, to the page that makes one. */
export async function loader(args: LoaderFunctionArgs) {
  const { organization, organizations } = await read(openApi(args).session.$get());
  const last = organizations.find(({ id }) => id === organization?.id) ?? organizations[0];
  return redirect(last === undefined ? "/welcome" : `/${last.slug ?? last.id}`);
}
