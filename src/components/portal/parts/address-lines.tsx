/** An address as a document keeps it; snapshots of old documents may lack a part. */
export interface AddressFacts {
  label?: string | null | undefined
  recipient?: string | null | undefined
  line1?: string | null | undefined
  line2?: string | null | undefined
  city?: string | null | undefined
  region?: string | null | undefined
  postalCode?: string | null | undefined
  country?: string | null | undefined
}

/** An address as one writes it on a parcel. */
export function AddressLines({ address }: { address: AddressFacts }) {
  const { recipient, line1, line2, city, region, postalCode, country } = address
  const place = [postalCode, city, region].filter(Boolean).join(' ')
  return (
    <address className="not-italic">
      {[recipient, line1, line2, place, country].filter(Boolean).map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </address>
  )
}
