/** What the ways to sign in are called, by the ids that the API gives them. */
const titles: Record<string, string> = { credential: "Password", google: "Google", github: "GitHub" };

export const toWayTitle = (id: string) => titles[id] ?? id;

const refusals = new Map([
  ["access_denied", "You did not agree to it there."],
  ["email_does_not_match", "The address there is another than yours here."],
  ["account_already_linked_to_different_user", "Somebody else signs in here with that account."],
]);

/** Why a provider was not linked, by what the address says after coming back from it. */
export const explainUnlinked = (error: string) =>
  refusals.get(error) ?? "The provider did not say who you are. Trying again may help.";
