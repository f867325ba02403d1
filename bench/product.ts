export { default, Organization } from "#index.ts";
export { BenchSetup } from "./bench-setup.ts";
