import { writeFileSync } from "node:fs";
import { buildContract } from "./stripe-contract/build-contract.ts";
import { formatContract } from "./stripe-contract/format-contract.ts";

writeFileSync("sandbox/stripe/contract/contract.json", formatContract(buildContract()));
