import { z } from "zod";

/** Addresses are 128 bits; those of IPv4 are written as IPv6 maps them, so that both spellings are one address. */
interface IpRange {
  address: bigint;
  /** How many leading bits an address must share. */
  prefix: number;
}

const BITS = 128;
const MAPPED = 0xffffn << 32n;
const MAPPED_PREFIX = 96;

/** An address or a CIDR range, IPv4 or IPv6, as a person writes it. */
export const IpRangeText = z
  .string()
  .trim()
  .refine((text) => parseRange(text) !== null, "is no IP address or CIDR range");

/** `203.0.113.0/24`, `2001:db8::/32`, or one address. Null for anything else. */
export function parseRange(text: string): IpRange | null {
  const [, written = "", length] = /^([^/]*)(?:\/(0|[1-9]\d{0,2}))?$/.exec(text) ?? [];
  const address = parseAddress(written);
  if (address === null) return null;
  const offset = written.includes(":") ? 0 : MAPPED_PREFIX;
  const prefix = length === undefined ? BITS : offset + Number(length);
  return prefix <= BITS ? { address, prefix } : null;
}

/** False for what is no address, too. A range of IPv6 never holds an IPv4 address, not even `::/0`. */
export function isInRange(text: string, { address, prefix }: IpRange): boolean {
  const candidate = parseAddress(text);
  if (candidate === null || (isMapped(candidate) && prefix < MAPPED_PREFIX)) return false;
  return (candidate ^ address) >> BigInt(BITS - prefix) === 0n;
}

/** What one subscriber holds: an IPv4 address, or the first 64 bits of an IPv6 one. What is no address stays as it is. */
export function toNetwork(text: string): string {
  const address = parseAddress(text);
  if (address === null) return text;
  return isMapped(address) ? address.toString(16) : `${(address >> 64n).toString(16)}/64`;
}

const isMapped = (address: bigint) => address >> 32n === MAPPED >> 32n;

function parseAddress(text: string): bigint | null {
  if (!text.includes(":")) {
    const address = parseIpv4(text);
    return address === null ? null : MAPPED | address;
  }
  const halves = replaceIpv4(text).split("::");
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.reduce((address, group) => (address << 16n) | BigInt(`0x${group}`), 0n);
}

/** An IPv4 address at the end stands for the last two groups. */
function replaceIpv4(text: string): string {
  const start = text.lastIndexOf(":") + 1;
  const last = parseIpv4(text.slice(start));
  if (last === null) return text;
  return `${text.slice(0, start)}${(last >> 16n).toString(16)}:${(last & 0xffffn).toString(16)}`;
}

/** Leading zeros are refused: some read them as octal. */
function parseIpv4(text: string): bigint | null {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return null;
  return parts.reduce((address, part) => (address << 8n) | BigInt(part), 0n);
}
