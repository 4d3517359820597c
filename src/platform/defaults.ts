import { env } from '@/platform/env'

/** Defaults of settings that the installation's operator may move; the domain never reads the environment itself. */
export const defaults = {
  /** How long an opened checkout holds its goods. */
  cartHoldMinutes: env.CART_HOLD_MINUTES,
  /** The installation's own host, which no organization may claim. */
  ownHost: new URL(env.SERVER_URL).hostname,
} as const
