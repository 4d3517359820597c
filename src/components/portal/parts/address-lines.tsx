export interface AddressFacts {
  label?: string | null
  recipient?: string | null
  line1: string
  line2?: string | null
  city: string
  region?: string | null
  postalCode?: string | null
  country: string
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
