import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { collections } from '@/collections'
import { apiV1 } from '@/endpoints/api-v1'
import { env } from '@/platform/env'
import { poolOptions } from '@/platform/db/pool'
import { safeTx } from '@/platform/db/safe-tx'
import { sessionShim } from '@/platform/db/session-shim'
import { sayWhatWasRefused } from '@/platform/payload/after-error'
import { harden } from '@/platform/payload/harden'
import { payloadLog } from '@/platform/payload/logger'
import { quietEmail } from '@/platform/mail/quiet-email'
import { allowedOrigins } from '@/platform/http/origins'
import { cookiePrefix } from '@/platform/http/sender'
import { keyRing } from '@/platform/keys/keys'
import { picturesInBucket } from '@/platform/storage/pictures-in-bucket'
import { adminOptions } from '@/components/admin/options'

const here = path.dirname(fileURLToPath(import.meta.url))

const nobody = () => false

// A ring that cannot be used stops the start, not the first invitation.
keyRing()

const config = buildConfig({
  telemetry: false,
  logger: payloadLog,
  secret: env.PAYLOAD_SECRET,
  serverURL: env.SERVER_URL,
  csrf: allowedOrigins(),
  cors: allowedOrigins(),
  cookiePrefix,
  defaultDepth: 0,
  maxDepth: 3,
  debug: false,
  admin: adminOptions(here),
  collections,
  plugins: [picturesInBucket],
  endpoints: apiV1,
  editor: lexicalEditor(),
  email: quietEmail,
  sharp,
  graphQL: { disable: !env.GRAPHQL, maxComplexity: 500, disableIntrospectionInProduction: true, disablePlaygroundInProduction: true },
  upload: { limits: { fileSize: 20_000_000, files: 5, parts: 50, fieldSize: 1_000_000 }, requestSizeLimit: 25_000_000, abortOnLimit: true, safeFileNames: true },
  jobs: { access: { run: nobody, queue: nobody, cancel: nobody }, tasks: [] },
  hooks: { afterError: [sayWhatWasRefused] },
  typescript: { outputFile: path.join(here, 'src/payload-types.ts') },
  db: sessionShim(
    safeTx(
      postgresAdapter({
        idType: 'uuidv7',
        push: false,
        migrationDir: path.join(here, 'migrations'),
        pool: poolOptions(),
        disableCreateDatabase: true,
      }),
    ),
  ),
})

export default config.then(harden)
