import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((value) => value === '1' || value === 'true')

/** Every variable the product reads, with its meaning; `npm run docs` prints this table. */
export const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development').describe('Which mode the process runs in.'),
  DATABASE_URL: z.string().min(1).describe('PostgreSQL the application role connects to. The supervisor sets it for the embedded server.'),
  PAYLOAD_SECRET: z.string().min(24).describe('Signs sessions. At least 24 characters; the supervisor keeps a generated one.'),
  TF_DATA_KEYS: z.string().optional().describe('Keys of encrypted values: k2:base64,k1:base64, 32 bytes each, the first seals. The supervisor keeps a generated one.'),
  TF_DATA_KEYS_FILE: z.string().optional().describe('File holding TF_DATA_KEYS, readable by its owner alone.'),
  SERVER_URL: z.url().default('http://localhost:3000').describe('Public address: cookies, CSRF and links in mails follow it.'),
  DATA_DIR: z.string().default('.data').describe('Where the embedded database, files and secrets live.'),
  FILES_DIR: z.string().optional().describe('Where uploads and PDFs live; DATA_DIR/files when unset.'),
  S3_BUCKET: z.string().optional().describe('Files and pictures lie in this bucket instead of FILES_DIR.'),
  S3_REGION: z.string().default('us-east-1').describe('Region of the bucket.'),
  S3_ENDPOINT: z.url().optional().describe('Address of an S3-speaking server that is not Amazon.'),
  S3_PATH_STYLE: flag.default(false).describe('The bucket stands in the path, not in the name of the host.'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('Key of the bucket; without it the role of the machine signs.'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('Secret of S3_ACCESS_KEY_ID.'),
  POOL_MAX: z.coerce.number().int().min(2).default(20).describe('Database connections of one process.'),
  STATEMENT_TIMEOUT_MS: z.coerce.number().int().min(100).default(15_000).describe('Longest statement of the web process.'),
  LOCK_TIMEOUT_MS: z.coerce.number().int().min(50).default(3_000).describe('How long a statement waits for a row lock.'),
  CONNECT_TIMEOUT_MS: z.coerce.number().int().min(100).default(3_000).describe('How long a request waits for a database connection.'),
  RATE_LIMITS: z.string().optional().describe('Other figures than the defaults, requests/seconds: general:1000/3600,login:20/60. What an organization sets itself comes before.'),
  ADMIN_NETWORKS: z.enum(['on', 'off']).default('on').describe('off lets people of a headquarters in whatever its list of networks says; for an administrator who locked everybody out.'),
  TRUSTED_PROXIES: z.string().default('loopback').describe('Addresses and networks whose X-Forwarded-For is believed, by comma; "loopback" and "private" name them all, "none" nobody.'),
  REDIS_URL: z.string().optional().describe('Queues and rate limits use this Redis instead of PostgreSQL.'),
  SMTP_URL: z.string().optional().describe('Where mail is sent, for example smtp://user:pass@host:587. Unset: mails stay in the mailbox.'),
  MAIL_FROM: z.string().default('Thoroughfare <no-reply@thoroughfare.local>').describe('Sender of every mail.'),
  MAILBOX: flag.default(false).describe('Shows the mailbox page to administrators; for demonstration and tests.'),
  ALLOW_LOOPBACK: flag.default(false).describe('Outgoing addresses may be loopback; for demonstration and tests.'),
  DOMAIN_RESOLVER: z.string().optional().describe('DNS server that is asked for portal domains, for example 127.0.0.1:5353. Unset: that of the system.'),
  DOMAIN_FILE_PORT: z.coerce.number().int().min(1).max(65_535).default(443).describe('Port on which the proof file of a portal domain is read; https on 443, else http.'),
  CART_HOLD_MINUTES: z.coerce.number().min(0.01).default(15).describe('How long opening the checkout holds stock.'),
  LOCK_MINUTES: z.coerce.number().min(0.01).default(15).describe('How long an account stays locked for a network or a known device after failed sign-ins there.'),
  TOKEN_MINUTES: z.coerce.number().min(0.01).default(60).describe('How long a password reset link works.'),
  INVITE_DAYS: z.coerce.number().min(0.01).default(7).describe('How long an invitation works.'),
  SESSION_SECONDS: z.coerce.number().int().min(30).default(28_800).describe('How long a session lasts without refresh.'),
  MAX_LOGIN_ATTEMPTS: z.coerce.number().int().min(1).default(5).describe('Failed sign-ins from one network, or one known device, until they are locked out.'),
  CHALLENGE_AFTER: z.coerce.number().int().min(1).default(50).describe('Failed sign-ins of one account per hour, from anywhere, after which unknown devices confirm by mail.'),
  DEVICE_DAYS: z.coerce.number().min(0.01).default(90).describe('How long a browser that signed in counts as known.'),
  PLACE_HEADER: z.string().optional().describe('Header in which the own reverse proxy says the country of the caller (two letters), for example cf-ipcountry.'),
  SWEEP_SECONDS: z.coerce.number().min(0.2).default(30).describe('How often expired holds are released.'),
  DISPATCH_MS: z.coerce.number().int().min(20).default(500).describe('How often the dispatcher looks for new events without being poked.'),
  STREAMS_PER_PERSON: z.coerce.number().int().min(1).default(10).describe('Open streams of one person or API key in one process.'),
  STREAMS_PER_PROCESS: z.coerce.number().int().min(1).default(2_000).describe('Open streams of one web process; one more is refused as busy.'),
  STREAM_CHECK_SECONDS: z.coerce.number().min(0.05).max(5).default(3).describe('How often a web process asks whether whoever holds a stream still may, beyond being told.'),
  GRAPHQL: flag.default(true).describe('Serves GraphQL under /api/graphql.'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info').describe('How much is logged.'),
  METRICS_TOKEN: z.string().min(16).optional().describe('Bearer token of /metrics, at least 16 characters. Unset: there are no metrics.'),
  BACKUP_DIR: z.string().optional().describe('Folder your backups are written to; the health page shows the age of the newest file in it.'),
  APP_NAME: z.string().default('tf-web').describe('Name of the process in the database server and in logs.'),
})

export type Env = z.infer<typeof envSchema>

/** The checked environment; throws one sentence per wrong variable. */
export const env: Env = readEnv(process.env)

export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = envSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not complete.\n${sentences.join('\n')}`)
}

/** Where uploaded and generated files live. */
export function filesDir(): string {
  return env.FILES_DIR ?? `${env.DATA_DIR}/files`
}
