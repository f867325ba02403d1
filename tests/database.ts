import { env } from "cloudflare:workers";
import { tagStatements } from "#directory/tag-statements.ts";
import { TEST_STATEMENTS } from "./isolation/check-statement.ts";

/** The Directory as tests reach into it. The check on isolation leaves what they do here alone. */
export const database = tagStatements(env.DB, TEST_STATEMENTS);
