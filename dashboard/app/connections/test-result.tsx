import type { SerializeFrom } from "@remix-run/cloudflare";
import type { action } from "#routes/$organization.connections.tsx";

export type Tested = Extract<SerializeFrom<typeof action>, { tested: unknown }>["tested"];

const results = {
  working: { text: "It works.", tone: "text-positive" },
  rejected: { text: "The credential was rejected.", tone: "text-negative" },
  unreachable: {
    text: "The service did not answer, so nothing is known of the credential. Try again in a minute.",
    tone: "text-warning",
  },
} as const;

/** What came of a test. */
export function TestResult({ tested: { state } }: { tested: Tested }) {
  const { text, tone } = results[state];
  return <p className={`text-sm/6 font-medium ${tone}`}>{text}</p>;
}
