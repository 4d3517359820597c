import Link from 'next/link'
import type { PageVariant, ProductPage } from '@/domain/catalog'

export interface VariantPickerProps {
  product: ProductPage
  variant: PageVariant | undefined
  path: string
}

/** One row of choices per option; every choice is a link, so a variant has an address. Works without script. */
export function VariantPicker({ product, variant, path }: VariantPickerProps) {
  if (!variant || product.variants.length < 2) return null
  const names = product.optionNames.filter((name) => product.variants.some((one) => one.options[name]))
  if (names.length === 0) {
    return (
      <Choices legend="Variant">
        {product.variants.map((one) => (
          <Choice key={one.id} href={hrefOf(path, one)} label={one.name} isHere={one === variant} />
        ))}
      </Choices>
    )
  }
  return names.map((name) => (
    <Choices key={name} legend={name} chosen={variant.options[name]}>
      {valuesOf(product, name).map((value) => {
        const target = nearest(product, variant, name, value)
        return target ? <Choice key={value} href={hrefOf(path, target)} label={value} isHere={variant.options[name] === value} isOther={!fits(target, variant, name)} /> : null
      })}
    </Choices>
  ))
}

function Choices({ legend, chosen, children }: { legend: string; chosen?: string | undefined; children: React.ReactNode }) {
  return (
    <nav aria-label={legend} className="grid gap-2">
      <p className="text-sm">
        <span className="font-medium">{legend}</span>
        {chosen ? <span className="text-muted"> {chosen}</span> : null}
      </p>
      <ul className="flex flex-wrap gap-2">{children}</ul>
    </nav>
  )
}

function Choice({ href, label, isHere, isOther = false }: { href: string; label: string; isHere: boolean; isOther?: boolean }) {
  const look = isHere ? 'border-brand-text bg-brand-soft font-medium text-ink' : 'border-line-strong hover:border-line-control'
  return (
    <li>
      <Link
        href={href}
        replace
        prefetch={false}
        scroll={false}
        aria-current={isHere || undefined}
        title={isOther ? 'Changes another option too' : undefined}
        className={`inline-flex min-h-9 min-w-11 items-center justify-center rounded-md border px-3 text-sm max-lg:min-h-11 ${look} ${isOther ? 'border-dashed text-muted' : ''}`}
      >
        {label}
      </Link>
    </li>
  )
}

const hrefOf = (path: string, { sku }: PageVariant): string => `${path}?sku=${encodeURIComponent(sku)}`

const valuesOf = ({ variants }: ProductPage, name: string): string[] => [...new Set(variants.flatMap(({ options }) => options[name] ?? []))]

/** The variant with this value that keeps as many of the other options as possible. */
function nearest({ variants }: ProductPage, now: PageVariant, name: string, value: string): PageVariant | undefined {
  const kept = (one: PageVariant) => Object.entries(now.options).filter(([key, chosen]) => key !== name && one.options[key] === chosen).length
  return variants.filter((one) => one.options[name] === value).sort((left, right) => kept(right) - kept(left))[0]
}

const fits = (one: PageVariant, now: PageVariant, name: string): boolean => Object.entries(now.options).every(([key, chosen]) => key === name || one.options[key] === chosen)
