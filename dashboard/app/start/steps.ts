const stepNames = ["connect", "plan", "key", "assistant"] as const;
export type StepName = (typeof stepNames)[number];

export interface Step {
  name: StepName;
  title: string;
  isDone: boolean;
}

/** What is known of an organization that is being set up. */
interface Progress {
  setup: { hasConnection: boolean; hasKey: boolean; hasCalled: boolean };
  /** A subscription or a trial. */
  hasPlan: boolean;
}

/** The way to the first tool call. What is done is read off what is there, so that it can be left and gone on with at any time. */
export function listSteps({ setup, hasPlan }: Progress): Step[] {
  return [
    { name: "connect", title: "Connect Hostaway", isDone: setup.hasConnection },
    { name: "plan", title: "Choose how to go on", isDone: setup.hasConnection && hasPlan },
    // An assistant that has called without a key has signed in.
    { name: "key", title: "Make your first key", isDone: setup.hasKey || setup.hasCalled },
    { name: "assistant", title: "Connect your assistant", isDone: setup.hasCalled },
  ];
}

/** The step that the address names, else the first that is left. */
export function findStep(steps: Step[], named: string | null): StepName | null {
  return stepNames.find((name) => name === named) ?? steps.find(({ isDone }) => !isDone)?.name ?? null;
}

/** Trials, and subscriptions also while a payment is awaited; Free is none. */
export function hasPlan(status: string | undefined): boolean {
  return status !== undefined && status !== "free" && status !== "archived";
}
