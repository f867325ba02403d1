import { Select } from "#components/field.tsx";
import type { Choices } from "./client.ts";

const environments = { live: "Live", test: "Test" } as const;

/** A client has the environment of its key. `kept` is what stands for no change. */
export function KeySelect({ keys, kept }: Pick<Choices, "keys"> & { kept?: string }) {
  return (
    <Select
      name="key"
      label="API key"
      hint="Of the key only its name and its last characters are known here."
      required={kept === undefined}
    >
      {kept !== undefined && <option value="">{kept}</option>}
      {Object.entries(environments).map(([environment, title]) => {
        const offered = keys.filter((key) => key.environment === environment);
        return (
          offered.length > 0 && (
            <optgroup key={environment} label={title}>
              {offered.map(({ id, masked, name }) => (
                <option key={id} value={id}>
                  {name} ({masked})
                </option>
              ))}
            </optgroup>
          )
        );
      })}
    </Select>
  );
}
