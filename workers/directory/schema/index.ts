export { dataKeys } from "./data-keys.ts";
export { organizations } from "./organizations.ts";
