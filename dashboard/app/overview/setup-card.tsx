import { Link } from "@remix-run/react";
import { Check, Circle } from "lucide-react";
import { LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { Meter } from "#components/meter.tsx";
import { useOrganization } from "#organization.ts";
import type { Step } from "#start/steps.ts";

/** What is left of the set-up, to be found again here until it is done. */
export function SetupCard({ steps }: { steps: Step[] }) {
  const { organization } = useOrganization();
  const start = `/${organization.slug}/start`;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Card
      title="Finish setting up"
      description={`${done} of ${steps.length} steps done. The rest takes a minute or two.`}
      actions={
        <LinkButton to={start} variant="primary">
          Continue
        </LinkButton>
      }
    >
      <Meter label="Steps done" used={done} limit={steps.length} />
      <ul className="mt-4 grid gap-x-6 gap-y-2 text-sm/6 sm:grid-cols-2 xl:grid-cols-4">
        {steps.map(({ isDone, name, title }) => (
          <li key={name} className="flex items-center gap-2">
            {isDone ? (
              <Check aria-hidden="true" className="size-4 shrink-0 text-positive" />
            ) : (
              <Circle aria-hidden="true" className="size-4 shrink-0 text-faint" />
            )}
            {isDone ? (
              <span className="text-muted">
                {title}
                <span className="sr-only">, done</span>
              </span>
            ) : (
              <Link
                to={`${start}?step=${name}`}
                className="rounded font-medium underline-offset-4 hover:underline"
              >
                {title}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
