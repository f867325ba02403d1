import { acceptedContent, inputRequired } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Call } from "./tool.ts";

/** What several tools ask of a client. */
export const Name = z.object({ name: z.string() });

export const askName = inputRequired.elicit({ message: "What is your name?", requestedSchema: Name });

export const findName = ({ ctx }: Pick<Call, "ctx">) =>
  acceptedContent(ctx.mcpReq.inputResponses, "user_name", Name)?.name;

export const askModel = (prompt: string) =>
  inputRequired.createMessage({
    messages: [{ role: "user", content: { type: "text", text: prompt } }],
    maxTokens: 100,
  });
