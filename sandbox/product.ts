/** The product as `npm start` and the tests run it: as deployed, and with a door for making organizations. */
export { Dashboard, default, Organization, UpstreamBudget } from "#index.ts";
export { Setup } from "./setup.ts";
