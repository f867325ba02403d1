import * as z from "zod/mini";
import { PostMessages } from "./post-messages.ts";

/** Of MCP Apps: https://github.com/modelcontextprotocol/ext-apps */
const PROTOCOL_VERSION = "2026-01-26";

const Style = z.record(z.string(), z.optional(z.string()));
const HostContext = z.object({
  theme: z.catch(z.optional(z.enum(["light", "dark"])), undefined),
  locale: z.optional(z.string()),
  styles: z.optional(z.object({ variables: z.optional(Style) })),
});
export type HostContext = z.infer<typeof HostContext>;

export const ToolResult = z.object({
  isError: z.optional(z.boolean()),
  content: z.optional(z.array(z.object({ type: z.string(), text: z.optional(z.string()) }))),
  structuredContent: z.optional(z.unknown()),
});
export type ToolResult = z.infer<typeof ToolResult>;

export type Arguments = Record<string, unknown>;
const Input = z.object({ arguments: z.optional(z.record(z.string(), z.unknown())) });

const Initialized = z.object({
  hostCapabilities: z.object({ serverTools: z.optional(z.unknown()) }),
  hostContext: z.optional(HostContext),
});

interface Listener {
  onContext(context: HostContext): void;
  onInput(args: Arguments): void;
  onResult(result: ToolResult): void;
  onCancelled(): void;
}

export type CallTool = (name: string, args: Arguments) => Promise<ToolResult>;

/** What a view is shown in. Resolves to how it may call tools, null where it may not. */
export async function connectHost(name: string, listener: Listener): Promise<CallTool | null> {
  const messages = new PostMessages({
    "ui/notifications/tool-input": (params) => listener.onInput(Input.parse(params).arguments ?? {}),
    "ui/notifications/tool-result": (params) => listener.onResult(ToolResult.parse(params)),
    "ui/notifications/tool-cancelled": () => listener.onCancelled(),
    "ui/notifications/host-context-changed": (params) => listener.onContext(HostContext.parse(params)),
    "ui/resource-teardown": () => {},
    ping: () => {},
  });
  const { hostCapabilities, hostContext = {} } = Initialized.parse(
    await messages.request("ui/initialize", {
      appInfo: { name, version: "1" },
      appCapabilities: { availableDisplayModes: ["inline", "fullscreen"] },
      protocolVersion: PROTOCOL_VERSION,
    }),
  );
  listener.onContext(hostContext);
  messages.notify("ui/notifications/initialized", {});
  tellHeight(messages);
  if (hostCapabilities.serverTools === undefined) return null;
  return async (name, args) =>
    ToolResult.parse(await messages.request("tools/call", { name, arguments: args }));
}

function tellHeight(messages: PostMessages): void {
  let told = 0;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== told) messages.notify("ui/notifications/size-changed", { height });
    told = height;
  });
  observer.observe(document.body);
}
