const classes = ['general', 'burst', 'anonymous', 'login', 'recovery', 'account', 'search', 'export', 'upload', 'megabytes']

/** Takes rate limits out of the way of a run that asks faster than people do, unless the environment has figures. */
export function liftRateLimits(): void {
  process.env.RATE_LIMITS ||= classes.map((name) => `${name}:100000000/60`).join()
}
