import { Card } from "#components/card.tsx";

export function DoctorProgress() {
  return (
    <Card>
      <p role="status" className="text-sm/6">
        Trying the key as an assistant would. This takes a few seconds.
      </p>
      <div aria-hidden="true" className="mt-3 h-1.5 overflow-hidden rounded-full bg-track">
        <div className="h-full animate-loading bg-accent" />
      </div>
    </Card>
  );
}
