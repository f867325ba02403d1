import { capitalize } from "#capitalize.ts";
import { useFormat } from "#format.ts";
import type { Receipt } from "#receipt.ts";
import { listProblems } from "#receipt.ts";

/** Who can change what was refused; where it is whoever asked, the message says how. */
export const remedies: Record<Receipt["whoCanFix"], string> = {
  you: "",
  owner: "An owner or admin of the organization can change that.",
  operator: "Whoever runs this deployment can change that.",
  upstream: "The connected service has to put that right.",
  time: "It ends by itself.",
};

/** A refusal in full: what, why, how much, until when, and who can change it. */
export function ReceiptMessage({ receipt }: { receipt: Receipt }) {
  const { limit, used, resetsAt, url, whoCanFix } = receipt;
  const format = useFormat();
  const problems = listProblems(receipt);
  return (
    <div
      role="alert"
      tabIndex={-1}
      className="mb-5 rounded-lg border border-negative-line bg-negative-soft px-4 py-3 text-sm/6 text-negative"
    >
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field + message}>
            {field && <strong className="font-semibold">{toLabel(field)}: </strong>}
            {message}
          </li>
        ))}
      </ul>
      {limit !== undefined && used !== undefined && (
        <p>
          Used {format.number(used)} of {format.number(limit)}.
        </p>
      )}
      {resetsAt !== undefined && (
        <p suppressHydrationWarning>Again from {format.dateTime(Date.parse(resetsAt))}.</p>
      )}
      {remedies[whoCanFix] && <p>{remedies[whoCanFix]}</p>}
      {url && receipt.code !== "invalid_request" && (
        <a href={url} className="font-medium underline underline-offset-2">
          {url.endsWith(`/docs/errors/${receipt.code}`) ? "What this means" : "Put it right"}
        </a>
      )}
    </div>
  );
}

/** `credential.secretKey` as people say it: Secret key. */
function toLabel(field: string): string {
  return capitalize((field.split(".").at(-1) ?? field).replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase());
}
