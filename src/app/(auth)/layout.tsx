import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { PortalDocument } from '@/components/portal/shell/portal-document'

export const metadata: Metadata = { title: { default: 'Thoroughfare', template: '%s · Thoroughfare' } }

export default async function Layout({ children }: { children: ReactNode }) {
  return <PortalDocument themeCookie={(await cookies()).get('theme')?.value}>{children}</PortalDocument>
}
