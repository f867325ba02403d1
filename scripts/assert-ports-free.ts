import { createServer } from "node:net";

/** Says which port is taken before anything is started, since a runtime that shares a port answers for another. */
export async function assertPortsFree(first: number, count: number, command = "npm start"): Promise<void> {
  for (let port = first; port < first + count; port += 1) {
    if (await isFree(port)) continue;
    console.error(
      `Port ${port} is in use. Stop what listens there, or choose others: ${command} -- --port 9000`,
    );
    process.exit(1);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
