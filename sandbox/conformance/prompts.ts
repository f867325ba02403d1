import {
  acceptedContent,
  completable,
  type GetPromptResult,
  inputRequired,
  type McpServer,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { png } from "./samples.ts";

type Content = GetPromptResult["messages"][number]["content"];

const say = (...contents: Content[]): GetPromptResult => ({
  messages: contents.map((content) => ({ role: "user", content })),
});
const text = (words: string): Content => ({ type: "text", text: words });

const cities = ["paris", "park", "party"];
const Arguments = z.object({
  arg1: completable(z.string().describe("First test argument"), (start) =>
    cities.filter((city) => city.startsWith(start)),
  ),
  arg2: z.string().describe("Second test argument"),
});
const Context = z.object({ context: z.string() });

export function registerPrompts(mcp: McpServer): void {
  mcp.registerPrompt("test_simple_prompt", { description: "Takes no arguments." }, () =>
    say(text("This is a simple prompt for testing.")),
  );
  mcp.registerPrompt(
    "test_prompt_with_arguments",
    { description: "Repeats its arguments.", argsSchema: Arguments },
    ({ arg1, arg2 }) => say(text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)),
  );
  mcp.registerPrompt(
    "test_prompt_with_embedded_resource",
    { description: "Embeds a resource.", argsSchema: z.object({ resourceUri: z.string() }) },
    ({ resourceUri: uri }) =>
      say(
        {
          type: "resource",
          resource: { uri, mimeType: "text/plain", text: "Embedded resource content for testing." },
        },
        text("Please process the embedded resource above."),
      ),
  );
  mcp.registerPrompt("test_prompt_with_image", { description: "Shows an image." }, () =>
    say({ type: "image", ...png }, text("Please analyze the image above.")),
  );
  mcp.registerPrompt("test_input_required_result_prompt", { description: "Asks first." }, (ctx) => {
    const given = acceptedContent(ctx.mcpReq.inputResponses, "user_context", Context);
    if (given !== undefined) return say(text(`Context: ${given.context}`));
    const question = { message: "What context should the prompt use?", requestedSchema: Context };
    return inputRequired({ inputRequests: { user_context: inputRequired.elicit(question) } });
  });
}
