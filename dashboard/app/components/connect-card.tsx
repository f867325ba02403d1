import { keyPlaceholder, listAssistants } from "#assistants.ts";
import { AssistantChoice } from "./assistant-choice.tsx";
import { Card } from "./card.tsx";

export function ConnectCard({ mcp }: { mcp: string | undefined }) {
  return (
    <Card labelledBy="connect">
      <h2 id="connect" className="text-xl font-semibold tracking-tight">
        Connect your assistant
      </h2>
      {mcp ? (
        <>
          <p className="mt-3 text-muted">
            Put your API key where it says{" "}
            <code className="font-mono text-sm text-key">{keyPlaceholder}</code>.
          </p>
          <AssistantChoice assistants={listAssistants(mcp)} />
        </>
      ) : (
        <p className="mt-3 text-muted">
          The lines to copy contain the MCP address, which only the API knows. They appear here as soon as it
          answers.
        </p>
      )}
    </Card>
  );
}
