const secretKey = "sk_test_latchkeysandbox";

/** What `npm run sandbox` says once it runs. */
export function describeSandbox(host: string, port: number): string {
  const url = `http://${host}:${port}`;
  return `Sandbox   ${url}

Stripe, with the secret key ${secretKey}
  curl    curl ${url}/v1/customers -u ${secretKey}:
  SDK     new Stripe("${secretKey}", { host: "${host}", port: ${port}, protocol: "http" })
  CLI     npx stripe trigger customer.created --api-key ${secretKey} --api-base ${url}

Hostaway  ${url}/hostaway/v1
Mailbox   ${url}/mailbox

What it does, and how to move its clock: sandbox/README.md and sandbox/stripe/README.md`;
}
