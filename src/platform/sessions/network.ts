import ipaddr from 'ipaddr.js'

/** What stands for a caller whose address nobody told us. */
const UNKNOWN_NETWORK = 'unknown'

/**
 * The network of an address, as lock-outs count it: the /24 of an IPv4 address, the /64 of an IPv6 one. An IPv4 address
 * written as IPv6 is the IPv4 address.
 */
export function networkOf(ip: string | null): string {
  if (ip === null || !ipaddr.isValid(ip)) return UNKNOWN_NETWORK
  const address = ipaddr.process(ip)
  const bytes = address.toByteArray()
  if (address.kind() === 'ipv4') return `${bytes.slice(0, 3).join('.')}.0/24`
  const groups = [0, 2, 4, 6].map((at) => (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16))
  return `${groups.join(':')}::/64`
}
