import { once } from "node:events";
import { createServer, request as send } from "node:http";
import { cleanUpWith } from "./clean-up.ts";

/** Adds the API key to every request and changes nothing else, Host and Origin included. */
export async function startKeyProxy(port: number, apiUrl: string, apiKey: string): Promise<void> {
  const target = new URL(apiUrl);
  const server = createServer((request, response) => {
    const onward = send({
      host: target.hostname,
      port: target.port,
      method: request.method,
      path: request.url,
      headers: [...request.rawHeaders, "X-API-Key", apiKey],
      setHost: false,
    });
    onward.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  cleanUpWith(() => {
    server.closeAllConnections();
    server.close();
  });
}
