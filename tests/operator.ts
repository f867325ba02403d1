import { database } from "./database.ts";
import { createPerson, type Person } from "./person.ts";
import { turnOnTwoFactor } from "./two-factor.ts";

/** As the tests' settings name the operator, but for the case. */
const OPERATOR_EMAIL = "operator@example.com";

export const CONSOLE = "/api/v1/operator";

/** Somebody with the address that the configuration names; whoever had it before is nobody any more. */
export async function createNamed({ isVerified = true } = {}): Promise<Person> {
  const person = await createPerson("Olga Operator");
  await database.batch([
    database
      .prepare("update users set email = ? where email = ?")
      .bind(`${crypto.randomUUID()}@example.com`, OPERATOR_EMAIL),
    database
      .prepare("update users set email = ?, email_verified = ? where id = ?")
      .bind(OPERATOR_EMAIL, isVerified ? 1 : 0, person.userId),
  ]);
  return { ...person, email: OPERATOR_EMAIL };
}

export async function createOperator(): Promise<Person> {
  const person = await createNamed();
  await turnOnTwoFactor(person);
  return person;
}
