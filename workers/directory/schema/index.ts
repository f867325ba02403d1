export { accounts } from "./accounts.ts";
export { dataKeys } from "./data-keys.ts";
export { emails } from "./emails.ts";
export { organizations } from "./organizations.ts";
export { sessions } from "./sessions.ts";
export { twoFactors } from "./two-factors.ts";
export { users } from "./users.ts";
export { verifications } from "./verifications.ts";
