/** In a network of its own: limits see no more of an address than its first 64 bits. */
export function newAddress(): string {
  const network = Array.from(crypto.getRandomValues(new Uint16Array(2)), (part) => part.toString(16));
  return `2001:db8:${network.join(":")}::1`;
}
