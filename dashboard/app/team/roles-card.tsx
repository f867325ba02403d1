import { Card } from "#components/card.tsx";
import { roles } from "#organization.ts";

export function RolesCard() {
  return (
    <Card title="What each role may do">
      <dl className="grid gap-x-6 text-sm/6 sm:grid-cols-[6rem_1fr]">
        {Object.values(roles).map(({ text, title }) => (
          <div key={title} className="contents">
            <dt className="font-medium">{title}</dt>
            <dd className="text-muted max-sm:mb-3">{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
