/** Calendar days are written YYYY-MM-DD, months YYYY-MM. */
export function addDays(date: string, days: number): string {
  const instant = new Date(`${date}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}

export const toMonth = (date: string): string => date.slice(0, 7);

export const firstDay = (month: string): string => `${month}-01`;

export function addMonths(month: string, months: number): string {
  const instant = new Date(`${month}-01T00:00:00Z`);
  instant.setUTCMonth(instant.getUTCMonth() + months);
  return instant.toISOString().slice(0, 7);
}

export function listDays(month: string): string[] {
  const days: string[] = [];
  for (let date = firstDay(month); toMonth(date) === month; date = addDays(date, 1)) days.push(date);
  return days;
}

/** 1 is Monday, 7 is Sunday. */
export const toWeekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** As the user's own clock has it. */
export function today(): string {
  const now = new Date();
  return addDays("1970-01-01", Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000));
}
