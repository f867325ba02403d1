/** A client secret of the sandbox: predictable, so that it can be written down. Each rotation adds one to the version. */
export const sandboxSecret = (accountId: string, version = 1) =>
  version === 1 ? `sandbox-secret-${accountId}` : `sandbox-secret-${accountId}-${version}`;

/** A whole property manager's account. */
export const demoAccount = { accountId: "10001", clientSecret: sandboxSecret("10001") };

/** Three listings and twelve reservations, under ids of the demo account's. */
export const smallAccount = { accountId: "10002", clientSecret: sandboxSecret("10002") };
