import { CopyButton } from "#components/copy-button.tsx";

export function McpAddress({ address }: { address: string }) {
  return (
    <div className="mb-8 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-xl border border-line bg-surface px-4 py-3 shadow-card sm:px-6">
      <p className="flex min-w-0 flex-wrap gap-x-3 text-sm/6">
        <span className="text-muted">MCP address</span>
        <code id="mcp-address" className="font-mono wrap-anywhere">
          {address}
        </code>
      </p>
      <CopyButton targetId="mcp-address" what="MCP address" />
    </div>
  );
}
