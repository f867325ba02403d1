import { type InputRequest, inputRequired, inputResponse } from "@modelcontextprotocol/server";
import { z } from "zod";
import { defaults, enums } from "./elicitation-schemas.ts";
import { askModel } from "./requests.ts";
import { type Call, defineTool, text } from "./tool.ts";

type Elicitation = Parameters<typeof inputRequired.elicit>[0];

/** The answer's text once there is one. The SDK asks: within a session by a request of its own, else by its result. */
function ask({ ctx }: Call, request: InputRequest, label: string) {
  const answer = inputResponse(ctx.mcpReq.inputResponses, "answer");
  if (answer.kind === "missing") return inputRequired({ inputRequests: { answer: request } });
  if (answer.kind === "sampling") return text(`${label}: ${JSON.stringify(answer.result.content)}`);
  if (answer.kind === "roots") return text(`${label}: ${JSON.stringify(answer.roots)}`);
  return text(`${label}: action=${answer.action}, content=${JSON.stringify(answer.content)}`);
}

const elicit = (call: Call, elicitation: Elicitation, label: string) =>
  ask(call, inputRequired.elicit(elicitation), label);

const sample = (call: Call, prompt: string) => ask(call, askModel(prompt), "LLM response");

export const questionTools = [
  defineTool({
    name: "test_sampling",
    description: "Asks the client's model.",
    needsSession: true,
    input: z.object({ prompt: z.string() }),
    run: (call) => sample(call, call.args.prompt),
  }),
  defineTool({
    name: "test_elicitation",
    description: "Asks the user for name and address.",
    needsSession: true,
    input: z.object({ message: z.string() }),
    run: (call) => {
      const requestedSchema = z.object({
        username: z.string().describe("User's response"),
        email: z.string().describe("User's email address"),
      });
      return elicit(call, { message: call.args.message, requestedSchema }, "User response");
    },
  }),
  defineTool({
    name: "test_elicitation_sep1034_defaults",
    description: "Asks the user with a default for each primitive type.",
    needsSession: true,
    run: (call) =>
      elicit(call, { message: "Please review", requestedSchema: defaults }, "Elicitation completed"),
  }),
  defineTool({
    name: "test_elicitation_sep1330_enums",
    description: "Asks the user with each kind of choice.",
    needsSession: true,
    run: (call) =>
      elicit(call, { message: "Please choose", requestedSchema: enums }, "Elicitation completed"),
  }),
  defineTool({
    name: "test_missing_capability",
    description: "Asks the client's model, whether or not the client said that it has one.",
    run: (call) => sample(call, "Are you there?"),
  }),
  defineTool({
    name: "test_streaming_elicitation",
    description: "Asks the user, in the newer era without a request of its own on the stream.",
    run: (call) =>
      elicit(call, { message: "Go on?", requestedSchema: z.object({ ok: z.boolean() }) }, "User response"),
  }),
];
