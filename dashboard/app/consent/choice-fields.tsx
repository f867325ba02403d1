import { Check } from "#components/field.tsx";
import { useField } from "#components/form.tsx";

/** Boxes of which one at least is to be ticked. `chosen`: null for all. How many are offered is sent along. */
export function ChoiceFields({
  name,
  legend,
  hint,
  choices,
  chosen,
}: {
  name: string;
  legend: string;
  hint: string;
  choices: { value: string; label: string; hint: string }[];
  chosen: string[] | null;
}) {
  const { id, problem } = useField(name);
  const described = `${id}-hint${problem ? ` ${id}-problem` : ""}`;
  return (
    <fieldset aria-describedby={described} className="grid gap-3">
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      <input type="hidden" name={`offered.${name}`} value={choices.length} />
      {choices.map((choice) => (
        <Check
          key={choice.value}
          name={name}
          {...choice}
          defaultChecked={chosen?.includes(choice.value) ?? true}
        />
      ))}
      <p id={`${id}-hint`} className="text-sm/5 text-muted">
        {choices.length === 0 ? "None yet. It reaches those that are connected later." : hint}
      </p>
      {problem && (
        <p id={`${id}-problem`} className="text-sm/5 font-medium text-negative">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
