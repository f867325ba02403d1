import { type Args, openApi, read } from "#api.server.ts";

/** Where whoever is signed in chooses a plan for their organization; null for everybody else. */
export async function findOwnPlans(args: Args): Promise<string | null> {
  if (!args.request.headers.has("cookie")) return null;
  try {
    const { organization, organizations } = await read(openApi(args).session.$get());
    const last = organizations.find(({ id }) => id === organization?.id) ?? organizations[0];
    return last === undefined ? "/welcome" : `/${last.slug ?? last.id}/billing/plans`;
  } catch (thrown) {
    // The way to the sign-in page: nobody is signed in.
    if (thrown instanceof Response && thrown.status === 302) return null;
    throw thrown;
  }
}
