import { TextField } from "#components/field.tsx";
import type { Connector } from "./connection.ts";

/** The form of a connector's credential. */
export function CredentialFields({ connector: { fields } }: { connector: Pick<Connector, "fields"> }) {
  return fields.map(({ name, label, hint, isSecret }, index) => (
    <TextField
      key={name}
      name={`credential.${name}`}
      label={label}
      hint={hint}
      type={isSecret ? "password" : "text"}
      required
      maxLength={500}
      autoComplete="off"
      spellCheck={false}
      autoFocus={index === 0}
    />
  ));
}

/** What the upstream does not accept is said at the secret, which has to be typed again. */
export function blameSecret({ fields }: Pick<Connector, "fields">): Record<string, string> {
  const secret = fields.find(({ isSecret }) => isSecret);
  return secret === undefined ? {} : { connection_invalid: `credential.${secret.name}` };
}
