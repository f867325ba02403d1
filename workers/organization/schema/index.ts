export { apiKeys } from "./api-keys.ts";
export { auditCheckpoints } from "./audit-checkpoints.ts";
export { auditLog } from "./audit-log.ts";
export { connections } from "./connections.ts";
export { organization } from "./organization.ts";
export { usage } from "./usage.ts";
