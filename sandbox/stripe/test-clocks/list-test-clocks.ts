import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { listFields } from "../wire/parameters.ts";

const path = "/v1/test_helpers/test_clocks";

export const listTestClocks = endpoint("GET", path, z.strictObject(listFields), ({ db }, params) =>
  toList(path, db.testClocks.all(), params, db.testClocks),
);
