import ipaddr from 'ipaddr.js'

/** A network as it is stored (`203.0.113.0/24`, a single address becomes /32 or /128); null for anything else. */
export function networkOf(text: string): string | null {
  try {
    const given = text.trim()
    if (given.includes('/')) {
      const [address, bits] = ipaddr.parseCIDR(given)
      return `${networkAddress(address, bits)}/${bits}`
    }
    const address = ipaddr.process(given)
    return `${address.toString()}/${address.kind() === 'ipv4' ? 32 : 128}`
  } catch {
    // ipaddr.js throws for what is no address.
    return null
  }
}

/** Whether an address lies in one of the networks. No networks: anywhere; an unknown address lies in none. */
export function isWithin(ip: string | null, networks: readonly string[] | null): boolean {
  if (!networks || networks.length === 0) return true
  if (!ip || !ipaddr.isValid(ip)) return false
  const address = ipaddr.process(ip)
  return networks.some((network) => {
    const range = ipaddr.parseCIDR(network)
    return range[0].kind() === address.kind() && address.match(range)
  })
}

function networkAddress(address: ipaddr.IPv4 | ipaddr.IPv6, bits: number): string {
  const cidr = `${address.toString()}/${bits}`
  return address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(cidr).toString() : ipaddr.IPv6.networkAddressFromCIDR(cidr).toString()
}
