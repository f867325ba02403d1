const parent = process.ppid;

/** Runs `stop` and ends the process when it is asked to end, or when npm that started it is gone. */
export function stopWith(stop: () => Promise<void>): void {
  // The shell that npm puts between dies of a signal without passing it on.
  setInterval(() => process.ppid === parent || process.emit("SIGTERM", "SIGTERM"), 200);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      await stop();
      process.exit(0);
    });
  }
}
