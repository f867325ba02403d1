export { default, Organization, Setup } from "#index.ts";
export { BenchSetup } from "./bench-setup.ts";
