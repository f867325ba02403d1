import { Check } from "#components/field.tsx";
import type { Consent, Reach } from "./consent.ts";

/** What was allowed before stands, and otherwise what it asks for. */
export function AccessFields({
  consent: { remembered, requested },
  organization: { name, scopes },
}: {
  consent: Consent;
  organization: Reach;
}) {
  const mayChange = scopes.includes("write");
  const isChanging = mayChange && (remembered ?? requested).scopes.includes("write");
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-sm font-medium">What it may do</legend>
      <Check
        name="scopes"
        type="radio"
        value="read"
        label="Read only"
        hint="Looks at listings, bookings, guests and messages, and changes nothing."
        defaultChecked={!isChanging}
      />
      <Check
        name="scopes"
        type="radio"
        value="write"
        label="Read and change"
        hint={
          mayChange
            ? "Also answers guests, changes prices, bookings and the like."
            : `Your role in ${name} does not include changing things.`
        }
        disabled={!mayChange}
        defaultChecked={isChanging}
      />
    </fieldset>
  );
}
