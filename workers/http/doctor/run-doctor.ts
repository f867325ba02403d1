import { findBrokenConnection, type ListedTool, ListedTools } from "./answers.ts";
import { discover, initialize, listTools, type Message, toToolCall } from "./messages.ts";
import { type Patient, type Step, takeStep } from "./take-step.ts";
import { toVerdict, type Verdict } from "./verdict.ts";

export interface Diagnosis {
  ok: boolean;
  verdict: Verdict;
  /** Up to the first that did not succeed. */
  steps: Step[];
}

/** Does what a client does when it connects: says hello in both eras, lists the tools and calls a cheap one. */
export async function runDoctor(patient: Patient): Promise<Diagnosis> {
  const steps: Step[] = [];
  const take = async (message: Message) => {
    const { step, answer } = await takeStep(patient, message);
    steps.push(step);
    return answer;
  };
  const fail = (verdict: Verdict): Diagnosis => {
    const last = steps.pop();
    const failed = last === undefined ? [] : [{ ...last, ok: false, problem: verdict.message }];
    return { ok: false, verdict, steps: [...steps, ...failed] };
  };

  for (const message of [discover, initialize]) {
    const { refusal } = await take(message);
    if (refusal !== null) return fail(refusal);
  }
  const listed = await take(listTools);
  if (listed.refusal !== null) return fail(listed.refusal);
  const { tools } = ListedTools.parse(listed.result);
  if (tools.length === 0) {
    return fail(
      toVerdict("insufficient_scope", "The key works, and its scopes and toolsets include no tool."),
    );
  }
  const tool = chooseTool(tools);
  if (tool === undefined) return { ok: true, verdict: toHealthy(tools.length), steps };
  const called = await take(toToolCall(tool.name));
  const problem = called.refusal ?? findBrokenConnection(called.result);
  return problem === null ? { ok: true, verdict: toHealthy(tools.length, tool.name), steps } : fail(problem);
}

/** One that changes nothing and can be called as it is, best the one that tells how the accounts are. */
function chooseTool(tools: ListedTool[]): ListedTool | undefined {
  const callable = tools.filter(
    ({ annotations, inputSchema }) => annotations.readOnlyHint === true && inputSchema.required.length === 0,
  );
  return callable.find(({ name }) => name === "get_connection_status") ?? callable[0];
}

function toHealthy(tools: number, called?: string): Verdict {
  const tried =
    called === undefined ? "none of them can be tried without changing something" : `${called} works`;
  return {
    title: "It works",
    message: `The key is accepted, ${tools} tools are listed, and ${tried}.`,
    whoCanFix: null,
    code: null,
  };
}
