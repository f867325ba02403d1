import { BadgeCheck } from "lucide-react";
import type { Assistant } from "./assistant.ts";

/** What it calls itself, and whose it is where that is known. */
export function AssistantName({
  assistant: { clientDomain, clientName, redirectHost },
}: {
  assistant: Assistant;
}) {
  return (
    <span className="block max-md:text-right">
      <span className="block font-medium">{clientName}</span>
      {clientDomain === null ? (
        <span className="block text-muted">Not verified · {redirectHost}</span>
      ) : (
        <span className="flex items-center gap-1.5 text-positive max-md:justify-end">
          <BadgeCheck aria-hidden="true" className="size-4 shrink-0" />
          {clientDomain}
        </span>
      )}
    </span>
  );
}
