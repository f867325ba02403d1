import { connect } from "node:net";
import { networkInterfaces } from "node:os";

/** Whether something listens there. */
export function isOpen(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 2_000 });
    const finish = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once("connect", () => finish(true));
    socket.once("error", () => finish(false));
    socket.once("timeout", () => finish(false));
  });
}

/** Addresses of this machine that are not 127.0.0.1. Those of one link only are left out: they need a zone. */
export function listOtherAddresses(): string[] {
  const own = Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ scopeid = 0 }) => scopeid === 0).map(({ address }) => address),
  );
  return ["127.0.0.2", ...own.filter((address) => address !== "127.0.0.1")];
}
