/** Next calls this once, before it takes the first request. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] === 'nodejs') (await import('@/platform/next/on-start')).onStart()
}
