interface Address {
  recipient?: unknown
  line1?: unknown
  line2?: unknown
  city?: unknown
  region?: unknown
  postalCode?: unknown
  country?: unknown
}

/** An address as a document keeps it, one line under the other. */
export function AddressLines({ address }: { address: Address | null | undefined }) {
  const lines = address ? [address.recipient, address.line1, address.line2, [address.postalCode, address.city, address.region].filter(isText).join(' '), address.country].filter(isText) : []
  if (lines.length === 0) return <span className="tf-muted">None</span>
  return lines.map((line) => (
    <span key={line} style={{ display: 'block' }}>
      {line}
    </span>
  ))
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
