export interface Days {
  from: string;
  to: string;
}

/** What is open at one end, or at both. */
export const toDays = ({ from = "", to = "9999-12-31" }: { from?: string; to?: string }): Days => ({
  from,
  to,
});
