import { type Args, openApi, read } from "#api.server.ts";

export function getLegalText(args: Args, page: "privacy" | "terms") {
  return read(openApi(args).legal[":page"].$get({ param: { page } }));
}
