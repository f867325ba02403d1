import { jsonApp } from "#sandbox/json-app.ts";
import { github } from "./github.ts";
import { google } from "./google.ts";

export const identityProvider = jsonApp("/identity-provider");

identityProvider.route("/google", google);
identityProvider.route("/github", github);
