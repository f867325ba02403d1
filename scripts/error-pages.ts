import {
  AppError,
  type AppErrorDetails,
  type ErrorCode,
  errorCatalogue,
  toReceipt,
  type WhoCanFix,
} from "#errors.ts";

const EXAMPLE_API = "https://api.example.com";
const EXAMPLE_RESET = Date.UTC(2026, 11, 1);

const fixers: Record<WhoCanFix, string> = {
  you: "whoever sends the request",
  owner: "an owner or admin of the organization",
  operator: "the operator of this Latchkey",
  upstream: "the connected service, or someone with access there",
  time: "nobody has to: it ends by itself",
};

/** Codes whose receipts say more than the sentence of the catalogue. */
const examples: Partial<Record<ErrorCode, [message: string, details: AppErrorDetails]>> = {
  quota_exceeded: [
    "All 10000 tool calls of this month are used.",
    { limit: 10_000, used: 10_000, resetsAt: EXAMPLE_RESET },
  ],
  plan_limit_reached: ["All 5 active API keys of this plan are in use.", { limit: 5, used: 5 }],
  insufficient_scope: ['This key, as it is used here, lacks the scope "write".', {}],
  body_too_large: ["This server reads bodies up to 1048576 bytes.", { limit: 1_048_576 }],
  rate_limited: [
    "This key may make 100 requests in 10 seconds.",
    { limit: 100, used: 100, resetsAt: EXAMPLE_RESET },
  ],
  upstream_busy: ["The connected account's request budget is spent for 4 s.", { resetsAt: EXAMPLE_RESET }],
};

/** Refused before the MCP message is read: at the edge, or with the key. */
const refusedUnread: ErrorCode[] = [
  "origin_not_allowed",
  "method_not_allowed",
  "unsupported_media_type",
  "body_too_large",
  "organization_closed",
  "organization_suspended",
  "ip_not_allowed",
];

/** Every file of docs/errors, by name. */
export function makeErrorPages(): Map<string, string> {
  const codes = Object.keys(errorCatalogue) as ErrorCode[];
  return new Map([
    ["README.md", toIndex(codes)],
    ...codes.map((code): [string, string] => [`${code}.md`, toPage(code)]),
  ]);
}

function toIndex(codes: ErrorCode[]): string {
  const rows = codes.map((code) => {
    const { status, title, whoCanFix } = errorCatalogue[code];
    return `| [\`${code}\`](${code}.md) | ${status} | ${title} | ${fixers[whoCanFix]} |`;
  });
  return `# Errors

Every refusal is a *deny receipt*, the same object over REST and MCP: a \`code\` from this closed list, a \`message\` that we
wrote, \`limit\`, \`used\` and \`resetsAt\` where they mean something, \`whoCanFix\`, and the \`url\` of its page.

| code | HTTP | title | who can fix it |
|---|---|---|---|
${rows.join("\n")}

Made from \`workers/error-catalogue/\` by \`npm run docs\`.
`;
}

function toPage(code: ErrorCode): string {
  const { status, title, cause, fix, whoCanFix } = errorCatalogue[code];
  const [message, details] = examples[code] ?? [undefined, {}];
  const receipt = toReceipt(new AppError(code, message, details), EXAMPLE_API);
  return `# ${title}

\`${code}\` · HTTP ${status} · who can fix it: ${fixers[whoCanFix]}

## Why it happens

${cause}

## What to do

${fix}

## Receipt

\`\`\`json
${JSON.stringify({ error: receipt }, null, 2)}
\`\`\`

## Over MCP

${toMcpAnswer(code)}

[All errors](README.md)
`;
}

function toMcpAnswer(code: ErrorCode): string {
  const { status } = errorCatalogue[code];
  if (status === 401 || code === "insufficient_scope") {
    return `An HTTP answer with status ${status} and \`WWW-Authenticate\`; the body is the receipt.`;
  }
  if (refusedUnread.includes(code)) {
    return `An HTTP answer with status ${status}, given before the message is read; the body is the receipt.`;
  }
  if (code === "unknown_tool") return "A JSON-RPC error with code -32602; its `data` is the receipt.";
  const toolError = "A tool error: `isError` is true and the text is the receipt as above.";
  return code === "rate_limited"
    ? `${toolError} For anything but \`tools/call\`, a JSON-RPC error with code -32000 and the receipt as \`data\`.`
    : toolError;
}
