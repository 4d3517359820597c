import { cleanName } from '@/platform/uploads/clean-name'

// What a browser shows without running anything of it. A sandboxed PDF stays blank in browsers, so it gets the rest.
const VIEWABLE = /^(image\/(png|jpeg|webp|gif|avif)|video\/(mp4|webm)|application\/pdf)$/
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; frame-ancestors 'self'"

/**
 * An answer that is a file. `inline` lets a browser show it when it is a picture, a PDF or a video; everything else is
 * saved. Whatever it is, nothing in it runs: the type is fixed and scripts are forbidden.
 */
export function download(content: Buffer, file: { name: string; mime: string; inline?: boolean }): Response {
  const headers = new Headers({
    'Content-Type': file.mime,
    'Content-Length': String(content.length),
    'Content-Disposition': dispositionOf(file),
    'Cache-Control': 'private, no-store',
  })
  return new Response(new Uint8Array(content), { headers: withFilePolicy(headers) })
}

/** How a browser is told to treat a file: under which name, and whether it may show it. */
export function dispositionOf({ name, mime, inline }: { name: string; mime: string; inline?: boolean }): string {
  const clean = cleanName(name)
  const plain = clean.replace(/[^\w .()-]/g, '_')
  return `${inline && isViewable(mime) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(clean)}`
}

/** Whether a file of this type may be shown by the browser itself. */
export function isViewable(mime: string): boolean {
  return VIEWABLE.test(mime)
}

/** Adds what keeps a served file harmless; files that a browser would not merely show are saved. */
export function withFilePolicy(headers: Headers): Headers {
  const mime = headers.get('Content-Type')?.split(';', 1)[0] ?? ''
  headers.set('Content-Security-Policy', mime === 'application/pdf' ? POLICY : `${POLICY}; sandbox`)
  headers.set('X-Content-Type-Options', 'nosniff')
  if (!isViewable(mime) && !headers.has('Content-Disposition')) headers.set('Content-Disposition', 'attachment')
  return headers
}
