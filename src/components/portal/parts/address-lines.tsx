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
  const { recipient, line1, line2, country } = address
  return (
    <address className="not-italic">
      {[recipient, line1, line2, placeLine(address), country].filter(Boolean).map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </address>
  )
}

// Where the postal code stands last, behind the region.
const CODE_LAST: ReadonlySet<string> = new Set(['US', 'CA', 'AU', 'IN', 'NZ'])

/** City, region and postal code in the order of their country: `Austin, TX 78741`, `53113 Bonn`. */
export function placeLine({ city, region, postalCode, country }: AddressFacts): string {
  const said = (parts: readonly (string | null | undefined)[], between: string) => parts.filter(Boolean).join(between)
  return CODE_LAST.has(country ?? '') ? said([said([city, region], ', '), postalCode], ' ') : said([postalCode, city, region], ' ')
}
