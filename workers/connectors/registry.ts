import type { Connector } from "./define-connector.ts";
import { hostaway } from "./hostaway/connector.ts";

/** Whatever is connected to: one line each. */
export const connectors = { hostaway } as const satisfies Record<string, Connector<unknown>>;
