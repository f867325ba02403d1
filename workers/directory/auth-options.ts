import type { Email } from "#notifications/email.ts";
import type { RecordSignIn } from "./record-sign-in.ts";
import type { SignInProviders } from "./sign-in-providers.ts";

/** What users and sessions need from outside. */
export interface AuthOptions {
  db: D1Database;
  /** Newest first: the first encrypts and signs, the others still decrypt. */
  secrets: { version: number; value: string }[];
  /** Public address of the dashboard: the only origin that people sign in from. */
  dashboardUrl: string;
  /** The providers that people may sign in at, besides their password. */
  providers: SignInProviders;
  /** `key` is unique per message. */
  sendEmail(key: string, email: Email): Promise<void>;
  /** Makes the organization that a new user asked for, if any, now that the address is theirs. */
  createFirstOrganization(userId: string): Promise<void>;
  /** Notes what a person did to get in, or changed about getting in. A failure is logged and keeps nobody out. */
  recordSignIn: RecordSignIn;
  /** Keeps work going after the answer, so that its time does not tell who exists. */
  defer(work: Promise<unknown>): void;
}
