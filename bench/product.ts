export { default, Organization, UpstreamBudget } from "#index.ts";
export { BenchSetup } from "./bench-setup.ts";
