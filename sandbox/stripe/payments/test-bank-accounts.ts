import type { CardBehaviour } from "../core/records.ts";

type BankBehaviour = Extract<CardBehaviour, "settles_later" | "fails_later">;

export const testRoutingNumber = "110000000";

const usAccounts: Record<string, BankBehaviour> = {
  "000123456789": "settles_later",
  "000111111113": "fails_later",
  "000111111116": "fails_later",
  "000222222227": "fails_later",
  "000333333335": "fails_later",
};

const usNames: Record<string, string> = {
  pm_usBankAccount: "000123456789",
  pm_usBankAccount_success: "000123456789",
  pm_usBankAccount_processing: "000123456789",
  pm_usBankAccount_accountClosed: "000111111113",
  pm_usBankAccount_noAccount: "000111111116",
  pm_usBankAccount_insufficientFunds: "000222222227",
  pm_usBankAccount_debitNotAuthorized: "000333333335",
};

const failingIbans = [
  "AT861904300235473202",
  "AT051904300235473205",
  "DE62370400440532013001",
  "DE78370400440532013004",
  "IT60X0542811101000000123456",
];

export const workingIban = "DE89370400440532013000";

/** The account number that a magic id stands for. */
export const findUsAccountNumber = (id: string): string | undefined => usNames[id];

export const toUsBehaviour = (accountNumber: string): BankBehaviour =>
  usAccounts[accountNumber] ?? "settles_later";

export const toIbanBehaviour = (iban: string): BankBehaviour =>
  failingIbans.includes(iban) ? "fails_later" : "settles_later";
