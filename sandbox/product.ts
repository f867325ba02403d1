/** The product as `npm start` and the tests run it: as deployed, and with a door for making organizations. */
export * from "#index.ts";
export { default } from "#index.ts";
export { Setup } from "./setup.ts";
