import { createOAuthRecords } from "#directory/oauth-records.ts";
import { type Env, getConfig } from "#env.ts";
import {
  fetchAuthorizationServer,
  getAuthorizationServer,
  toOAuthEnv,
} from "#organization/grants/authorization-server.ts";

/** What the OAuth library helps with where no organization is named yet. */
export function getOAuth(env: Env) {
  return getAuthorizationServer(getConfig(env).apiUrl).getOAuthApi(toOAuthEnv(createOAuthRecords(env.DB)));
}

/** What it answers by itself there. `records`: clients and open consent pages. */
export function askOAuth(env: Env, request: Request, records = createOAuthRecords(env.DB)) {
  return fetchAuthorizationServer(getConfig(env).apiUrl, toOAuthEnv(records), request);
}
