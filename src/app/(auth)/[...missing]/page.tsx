import { notFound } from 'next/navigation'

/**
 * Every address that nothing else answers. Next's own page for them is made at build time, so its scripts cannot carry
 * the nonce of the content policy and the browser refuses them; this one is drawn with the request.
 */
export default function Page(): never {
  notFound()
}
