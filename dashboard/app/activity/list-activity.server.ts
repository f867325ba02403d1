import { type Args, read, requireOrganization } from "#api.server.ts";
import { type ActivityFilter, toQuery } from "./filter.ts";

type Query = Parameters<ReturnType<typeof requireOrganization>["api"]["activity"]["$get"]>[0]["query"];

/** A page of what the filter finds, beginning where the cursor stands. */
export function listActivity(args: Args, filter: ActivityFilter, cursor: string | null) {
  const { api, param } = requireOrganization(args);
  return read(
    api.activity.$get({ param, query: asQuery({ ...toQuery(filter), ...(cursor && { cursor }) }) }),
  );
}

/** Safe because the API parses it, and refuses a filter that it does not know. */
const asQuery = (query: object) => query as Query;
