import { LinkButton } from "#components/button.tsx";
import { CodeBlock } from "#components/code-block.tsx";
import { useOrganization } from "#organization.ts";
import { useRevalidation } from "#use-revalidation.ts";
import type { Assistant } from "./data.ts";

const LOOK_EVERY_MS = 8_000;

/** Where an assistant is to connect to, and whether its first call has come. */
export function AssistantStep({ assistant, hasCalled }: { assistant: Assistant; hasCalled: boolean }) {
  const { organization } = useOrganization();
  const { command, mcp } = assistant;
  useRevalidation(hasCalled ? null : LOOK_EVERY_MS);
  return (
    <div className="grid gap-4">
      <CodeBlock id="mcp" what="MCP address" where="MCP address, for any assistant" text={mcp} />
      {command && (
        <CodeBlock
          id="claude-code"
          what="Claude Code"
          where="Claude Code, in a terminal; then type /mcp to sign in"
          text={command}
        />
      )}
      <p role="status" className="text-sm/6 text-muted">
        {hasCalled
          ? "The first call has arrived: everything works."
          : "Ask your assistant: “Show me my properties.” This page says so when the call arrives."}
      </p>
      <div className="flex flex-wrap gap-2">
        {hasCalled ? (
          <LinkButton to={`/${organization.slug}`} variant="primary">
            Go to the overview
          </LinkButton>
        ) : (
          <LinkButton to={`/${organization.slug}/connect`} variant="primary">
            Steps for your assistant
          </LinkButton>
        )}
      </div>
    </div>
  );
}
