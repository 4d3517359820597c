import { z } from 'zod'

/** A host name with at least two labels, in lower case and without a port; international names in their ASCII form. */
export const HostInput = z
  .string()
  .trim()
  .max(253)
  .transform((text) => text.toLowerCase().replace(/^https?:\/\//, '').replace(/[/.]+$/, ''))
  .refine((host) => /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(host), {
    error: 'is not a host name like portal.example.com',
  })

/** What has to stand where so that a host is proven: a DNS record or a file. */
export interface DomainProof {
  dns: { name: string; value: string }
  file: { url: string; path: string; content: string }
}

/** The two ways to prove a host with its token. */
export function proofOf(host: string, token: string): DomainProof {
  const value = `thoroughfare-verification=${token}`
  const path = '/.well-known/thoroughfare-verification.txt'
  return { dns: { name: `_thoroughfare.${host}`, value }, file: { url: `https://${host}${path}`, path, content: value } }
}
