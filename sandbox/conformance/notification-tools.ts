import { defineTool, text } from "./tool.ts";

/** What a server tells while it works, and between. */
export const notificationTools = [
  defineTool({
    name: "test_tool_with_logging",
    description: "Logs three times.",
    needsSession: true,
    run: async ({ ctx }) => {
      await ctx.mcpReq.log("info", "Tool execution started");
      await scheduler.wait(50);
      await ctx.mcpReq.log("info", "Tool processing data");
      await scheduler.wait(50);
      await ctx.mcpReq.log("info", "Tool execution completed");
      return text("Tool with logging executed successfully");
    },
  }),
  defineTool({
    name: "test_logging_tool",
    description: "Logs once, which a client of the newer era hears only if it asked to.",
    run: async ({ ctx }) => {
      await ctx.mcpReq.log("info", "Tool executed");
      return text("Logged");
    },
  }),
  defineTool({
    name: "test_tool_with_progress",
    description: "Reports its progress three times.",
    run: async ({ ctx }) => {
      const { progressToken } = ctx.mcpReq._meta ?? {};
      for (const progress of [0, 50, 100]) {
        if (progressToken !== undefined)
          await ctx.mcpReq.notify({
            method: "notifications/progress",
            params: { progressToken, progress, total: 100 },
          });
        await scheduler.wait(50);
      }
      return text("Tool with progress executed successfully");
    },
  }),
  defineTool({
    name: "test_trigger_tool_change",
    description: "Tells subscribers that the list of tools changed.",
    run: ({ notify }) => {
      notify.toolsChanged();
      return text("Told");
    },
  }),
  defineTool({
    name: "test_trigger_prompt_change",
    description: "Tells subscribers that the list of prompts changed.",
    run: ({ notify }) => {
      notify.promptsChanged();
      return text("Told");
    },
  }),
  defineTool({
    name: "test_reconnection",
    description:
      "Ends the stream before it has answered, so that the client has to come back for the answer.",
    needsSession: true,
    run: async ({ ctx }) => {
      ctx.http?.closeSSE?.();
      await scheduler.wait(100);
      return text("Reconnection test completed successfully");
    },
  }),
];
