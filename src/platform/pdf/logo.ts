import sharp from 'sharp'
import { readMedia } from '@/platform/files'

/** A picture of the media library as PNG, at most 800 points wide; null when it cannot be read as a picture. */
export async function logoFor(filename: string | null): Promise<Buffer | null> {
  const bytes = filename ? await readMedia(filename) : null
  if (!bytes) return null
  // A broken logo is no reason to withhold an invoice: the monogram stands in for it.
  return sharp(bytes)
    .resize({ width: 800, height: 400, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer()
    .catch(() => null)
}
