/** `2027-03-10`, in UTC. */
export const toDate = (at: number) => new Date(at).toISOString().slice(0, 10);

/** `$75.00`. Cents. */
export const toMoney = (cents: number, currency: string) =>
  new Intl.NumberFormat("en-US", { style: "currency", currency }).format(cents / 100);
