import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { refuse } from '@/kernel/errors'

/** A picture made anew: nothing of the uploaded file is in it but what one sees. */
export interface CleanPicture {
  data: Buffer
  mime: string
  extension: string
}

const MAX_PIXELS = 40_000_000
const MAX_FRAMES = 200
const MAX_SECONDS = 20

type Encode = (picture: Sharp) => Sharp

const ENCODERS: Readonly<Record<string, { extension: string; encode: Encode }>> = {
  'image/png': { extension: 'png', encode: (picture) => picture.png() },
  'image/jpeg': { extension: 'jpg', encode: (picture) => picture.jpeg({ quality: 88 }) },
  'image/webp': { extension: 'webp', encode: (picture) => picture.webp({ quality: 88 }) },
  'image/gif': { extension: 'gif', encode: (picture) => picture.gif() },
  'image/avif': { extension: 'avif', encode: (picture) => picture.avif() },
}

/** What can be uploaded as a picture. */
export const PICTURE_TYPES = Object.keys(ENCODERS)

/**
 * Makes an uploaded picture anew (4.7, 6.7): what it is comes from its bytes, never from its name; it is turned the way
 * it is shown and loses place, camera, comments and whatever was hidden behind it. UPLOAD_REFUSED for anything that is no
 * PNG, JPEG, WebP, GIF or AVIF, that is broken, or of which more than 40 million pixels would be unpacked.
 */
export async function cleanPicture(uploaded: Buffer): Promise<CleanPicture> {
  const found = await fileTypeFromBuffer(uploaded)
  const kind = found ? ENCODERS[found.mime] : undefined
  if (!found || !kind) return refuse('UPLOAD_REFUSED', { reason: 'it is no PNG, JPEG, WebP, GIF or AVIF picture' })
  const { pages = 1 } = mustBeViewable(
    await read(sharp(uploaded, { limitInputPixels: MAX_PIXELS, animated: true }).metadata()),
  )
  const picture = sharp(uploaded, { limitInputPixels: MAX_PIXELS, animated: true, failOn: 'error' }).timeout({
    seconds: MAX_SECONDS,
  })
  return {
    data: await read(kind.encode(pages > 1 ? picture : picture.autoOrient()).toBuffer()),
    mime: found.mime,
    extension: kind.extension,
  }
}

function mustBeViewable(metadata: Metadata): Metadata {
  const { width, height, pages = 1 } = metadata
  // With several frames the height is that of all of them below each other.
  if (width * height > MAX_PIXELS)
    refuse('UPLOAD_REFUSED', { reason: `it has more than ${MAX_PIXELS / 1_000_000} million pixels` })
  if (pages > MAX_FRAMES) refuse('UPLOAD_REFUSED', { reason: `it has more than ${MAX_FRAMES} frames` })
  return metadata
}

async function read<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message)
    const reason = isTooLarge ? `it has more than ${MAX_PIXELS / 1_000_000} million pixels` : 'it is broken'
    return refuse('UPLOAD_REFUSED', { reason })
  }
}
