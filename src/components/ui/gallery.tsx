'use client'

import { ImageOff } from 'lucide-react'
import { useState } from 'react'

export interface GalleryImage {
  src: string
  alt: string
  thumb?: string | undefined
}

/** A product's pictures: one large, the others as thumbnails; arrow keys move when a thumbnail has the focus. */
export function Gallery({ images, label }: { images: readonly GalleryImage[]; label: string }) {
  const [index, setIndex] = useState(0)
  const shown = images[index] ?? images[0]
  if (!shown) return <NoImage />
  const move = (key: string): boolean => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
    if (step !== 0) setIndex((index + step + images.length) % images.length)
    return step !== 0
  }
  return (
    <section aria-label={label} className="grid gap-3">
      <div className="grid aspect-square grid-rows-[minmax(0,1fr)] place-items-center overflow-hidden rounded-lg border border-line bg-white sm:aspect-4/3">
        <img
          src={shown.src}
          alt={shown.alt}
          className="size-full object-contain"
          fetchPriority="high"
          decoding="async"
        />
      </div>
      {images.length > 1 ? (
        <div className="flex flex-wrap gap-2" onKeyDown={(event) => move(event.key) && event.preventDefault()}>
          {images.map((image, at) => (
            <button
              key={image.src}
              type="button"
              className="thumb size-16"
              aria-current={at === index}
              onClick={() => setIndex(at)}
            >
              <img
                src={image.thumb ?? image.src}
                alt={`Show ${image.alt}`}
                className="size-full object-contain"
                loading="lazy"
              />
            </button>
          ))}
        </div>
      ) : null}
    </section>
  )
}

const NoImage = () => (
  <div className="grid aspect-square place-items-center rounded-lg border border-line bg-sunken text-subtle sm:aspect-4/3">
    <span className="grid justify-items-center gap-2 text-sm">
      <ImageOff aria-hidden className="size-7 stroke-[1.4]" />
      No picture yet
    </span>
  </div>
)
