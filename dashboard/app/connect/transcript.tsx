import { Card } from "#components/card.tsx";
import type { Step } from "./diagnosis.ts";
import { TranscriptStep } from "./transcript-step.tsx";

export function Transcript({ steps }: { steps: Step[] }) {
  return (
    <Card
      title="What was asked and answered"
      description="The key is masked. Of what a tool answered there is only the size."
    >
      <ol className="grid gap-3">
        {steps.map((step) => (
          <li key={step.name} className="min-w-0">
            <TranscriptStep step={step} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
