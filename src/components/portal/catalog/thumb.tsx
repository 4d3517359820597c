import { ImageOff } from 'lucide-react'

/** A product's small picture beside its name, which says what it shows. */
export function Thumb({ src, className = 'size-12' }: { src: string | undefined; className?: string }) {
  const frame = `${className} flex-none rounded-md border border-line`
  if (!src) {
    return (
      <span aria-hidden className={`${frame} grid place-items-center bg-sunken text-subtle`}>
        <ImageOff className="size-4 stroke-[1.4]" />
      </span>
    )
  }
  return <img src={src} alt="" width={96} height={96} className={`${frame} bg-white object-contain`} loading="lazy" decoding="async" />
}
