import type { CallToolRequest, CallToolResult } from "@modelcontextprotocol/client";
import {
  AppBridge,
  type McpUiHostContext,
  PostMessageTransport,
} from "@modelcontextprotocol/ext-apps/app-bridge";

export interface Scene {
  html: string;
  context: McpUiHostContext;
  canCallTools: boolean;
  args: Record<string, unknown>;
  /** Null: the call was cancelled. */
  result: CallToolResult | null;
}

declare global {
  interface Window {
    /** Given by the journey: the real endpoint. */
    callTool(params: CallToolRequest["params"]): Promise<CallToolResult>;
    showView(scene: Scene): Promise<void>;
    changeContext(context: McpUiHostContext): void;
  }
}

/** Plays a chat client's page in the journeys: shows one view in a sandboxed frame, by the bridge that real hosts use. */
window.showView = async ({ html, context, canCallTools, args, result }) => {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  document.body.replaceChildren(frame);
  const view = frame.contentWindow;
  if (view === null) throw new Error("The frame has no window.");
  const capabilities = canCallTools ? { serverTools: {} } : {};
  const bridge = new AppBridge(null, { name: "journey", version: "1" }, capabilities, {
    hostContext: context,
  });
  bridge.oncalltool = (params) => window.callTool(params);
  bridge.onsizechange = ({ height }) => {
    frame.style.height = `${height}px`;
  };
  bridge.oninitialized = async () => {
    await bridge.sendToolInput({ arguments: args });
    await (result ? bridge.sendToolResult(result) : bridge.sendToolCancelled({}));
  };
  window.changeContext = (changed) => bridge.setHostContext(changed);
  await bridge.connect(new PostMessageTransport(view, view));
  frame.srcdoc = html;
};
