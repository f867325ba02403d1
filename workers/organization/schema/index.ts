export { apiKeys } from "./api-keys.ts";
export { auditCheckpoints } from "./audit-checkpoints.ts";
export { auditLog } from "./audit-log.ts";
export { clientConfigurations } from "./client-configurations.ts";
export { connections } from "./connections.ts";
export { organization } from "./organization.ts";
export { schedule } from "./schedule.ts";
export { usage } from "./usage.ts";
