import { WorkerEntrypoint } from "cloudflare:workers";
import type { ClockReading } from "./clock.ts";
import { Sandbox, type SandboxEnv } from "./sandbox.ts";

const theSandbox = (env: SandboxEnv) => env.SANDBOX.getByName("sandbox");

/** For the product to bind, so that the sandbox's time moves both. */
export class Clock extends WorkerEntrypoint<SandboxEnv> {
  read(): Promise<ClockReading> {
    return theSandbox(this.env).readClock();
  }
}

/** workerd reports a streamed body that nobody reads as an error; many answers here do not need the body. */
async function buffered(request: Request): Promise<Request> {
  return request.body ? new Request(request, { body: await request.arrayBuffer() }) : request;
}

export { Sandbox };

export default {
  fetch: async (request, env) => theSandbox(env).fetch(await buffered(request)),
} satisfies ExportedHandler<SandboxEnv>;
