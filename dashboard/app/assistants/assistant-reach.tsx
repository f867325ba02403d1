import type { Assistant } from "./assistant.ts";

/** What an assistant may do. `connections`: the names of those that are known, by id. */
export function AssistantReach({
  assistant,
  connections,
}: {
  assistant: Assistant;
  connections: Record<string, string>;
}) {
  const reached = assistant.connections?.map((id) => connections[id] ?? "a former connection");
  const limits = [assistant.toolsets, reached].flatMap((names) => (names ? [names.join(", ")] : []));
  return (
    <span className="block max-md:text-right">
      <span className="block">{assistant.scopes.includes("write") ? "Read and change" : "Read only"}</span>
      {limits.length > 0 && <span className="block text-muted">Only {limits.join(" · ")}</span>}
    </span>
  );
}
