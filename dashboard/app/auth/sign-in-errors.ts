const texts: Record<string, string> = {
  INVALID_TOKEN: "This link is over: it was used already, is too old, or was taken back. Ask for a new one.",
  access_denied: "You stopped the sign-in at the provider.",
  account_not_linked:
    "Your account does not use this provider yet. Sign in another way, then add it in your account.",
  email_not_found: "The provider vouches for no e-mail address of yours. Confirm one there, or sign up here.",
};

const otherwise = "Signing in did not work. Nothing was changed; try again.";

/** What went wrong on the way back from a link or a provider. Only words of ours are shown, whatever the address says. */
export function explainSignInError(code: string): string {
  return Object.hasOwn(texts, code) ? (texts[code] ?? otherwise) : otherwise;
}
