import {
  acceptedContent,
  type InputRequests,
  inputRequired,
  inputResponse,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { getClientCapabilities } from "./client-capabilities.ts";
import { requestState } from "./request-state.ts";
import { askModel, askName, findName, Name } from "./requests.ts";
import { type Call, defineTool, text } from "./tool.ts";

const Color = z.object({ color: z.string() });
const Confirmation = z.object({ ok: z.boolean() });

const confirm = inputRequired.elicit({ message: "Please confirm", requestedSchema: Confirmation });
const listRoots = inputRequired.listRoots();

const answer = ({ ctx }: Call, key: string) => inputResponse(ctx.mcpReq.inputResponses, key);

/** Asks all at once, and again as long as one answer is missing or the state did not come back. */
async function askAll(call: Call, inputRequests: InputRequests, done: string) {
  const answered = Object.keys(inputRequests).every((key) => answer(call, key).kind !== "missing");
  if (answered && call.ctx.mcpReq.requestState() !== undefined) return text(done);
  return inputRequired({ inputRequests, requestState: await requestState.mint({ step: 1 }) });
}

/** What a tool of the newer era answers when it must ask first. */
export const inputRequiredTools = [
  defineTool({
    name: "test_input_required_result_elicitation",
    description: "Asks for a name.",
    run: (call) => {
      const name = findName(call);
      return name === undefined
        ? inputRequired({ inputRequests: { user_name: askName } })
        : text(`Hello, ${name}!`);
    },
  }),
  defineTool({
    name: "test_input_required_result_sampling",
    description: "Asks the client's model.",
    run: (call) => {
      const given = answer(call, "capital_question");
      return given.kind === "sampling"
        ? text(JSON.stringify(given.result.content))
        : inputRequired({ inputRequests: { capital_question: askModel("What is the capital of France?") } });
    },
  }),
  defineTool({
    name: "test_input_required_result_list_roots",
    description: "Asks for the client's roots.",
    run: (call) => {
      const given = answer(call, "client_roots");
      return given.kind === "roots"
        ? text(...given.roots.map(({ uri }) => uri))
        : inputRequired({ inputRequests: { client_roots: listRoots } });
    },
  }),
  defineTool({
    name: "test_input_required_result_request_state",
    description: "Asks, and checks that its state came back.",
    run: (call) => askAll(call, { confirm }, "state-ok"),
  }),
  defineTool({
    name: "test_input_required_result_tampered_state",
    description: "Asks, and refuses a state that was changed.",
    run: (call) => askAll(call, { confirm }, "state-ok"),
  }),
  defineTool({
    name: "test_input_required_result_multiple_inputs",
    description: "Asks for three things at once.",
    run: (call) =>
      askAll(
        call,
        { user_name: askName, greeting: askModel("Generate a greeting"), client_roots: listRoots },
        "Thank you.",
      ),
  }),
  defineTool({
    name: "test_input_required_result_multi_round",
    description: "Asks twice, one after the other.",
    run: async ({ ctx }) => {
      const state = ctx.mcpReq.requestState<{ step: number }>();
      const { inputResponses } = ctx.mcpReq;
      if (state?.step === 2 && acceptedContent(inputResponses, "step2", Color)) return text("Thank you.");
      const step = state !== undefined && acceptedContent(inputResponses, "step1", Name) ? 2 : 1;
      const request = inputRequired.elicit(
        step === 1
          ? { message: "Step 1: What is your name?", requestedSchema: Name }
          : { message: "Step 2: What is your favorite color?", requestedSchema: Color },
      );
      return inputRequired({
        inputRequests: { [`step${step}`]: request },
        requestState: await requestState.mint({ step }),
      });
    },
  }),
  defineTool({
    name: "test_input_required_result_capabilities",
    description: "Asks only for what the client can do.",
    run: ({ ctx }) => {
      const can = getClientCapabilities(ctx);
      return inputRequired({
        inputRequests: {
          ...(can.elicitation && { user_name: askName }),
          ...(can.sampling && { greeting: askModel("Generate a greeting") }),
          ...(can.roots && { client_roots: listRoots }),
        },
      });
    },
  }),
];
