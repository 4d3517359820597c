export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What becomes of signals: by themselves, or when too many of one come together. */
export interface Rule {
  /** The kind of event it raises. */
  event: string
  severity: Severity
  /** Whose signals are counted together and make one event. */
  by: 'person' | 'account' | 'address'
  summary: string
  /** Raised when more than `count` signals (or rows, for exports) come within `seconds`; without it, by each signal. */
  over?: { count: number; seconds: number; of?: 'rows' }
  /** The product ends the person's sessions by itself. */
  endsSessions?: true
}

/** Which signals raise which events (6.11). A kind that is not here raises nothing. */
export const SIGNAL_RULES: Readonly<Record<string, readonly Rule[]>> = {
  'account-locked': [{ event: 'account-locked', severity: 'medium', by: 'person', summary: 'Too many wrong passwords; sign-in from there is locked' }],
  'cross-tenant': [
    { event: 'cross-tenant', severity: 'low', by: 'person', summary: "Asked for another company's record" },
    {
      ...{ event: 'cross-tenant-probing', severity: 'high', by: 'person', over: { count: 5, seconds: 60 }, endsSessions: true },
      summary: "Asks for one record of another company after the other; the person's sessions were ended",
    },
  ],
  'csp-report': [{ event: 'csp-report', severity: 'low', by: 'address', summary: 'A browser refused something a page wanted to load' }],
  'signature-failure': [{ event: 'signature-failure', severity: 'medium', by: 'account', summary: 'A signed request had a wrong signature' }],
  'rate-limit': [{ event: 'rate-limit', severity: 'low', by: 'address', summary: 'More requests than allowed' }],
  'revoked-key': [{ event: 'revoked-key', severity: 'high', by: 'account', summary: 'A key was used that had been revoked or suspended' }],
  'new-network': [{ event: 'new-network', severity: 'medium', by: 'person', summary: 'Signed in from a network this person never came from' }],
  'sign-in-series': [{ event: 'sign-in-series', severity: 'medium', by: 'person', summary: 'Many wrong passwords for one account' }],
  'sign-in-stuffing': [{ event: 'sign-in-stuffing', severity: 'high', by: 'address', summary: 'One network tries passwords for many accounts' }],
  export: [
    {
      ...{ event: 'mass-export', severity: 'high', by: 'person', over: { count: 50_000, seconds: 3_600, of: 'rows' } },
      summary: 'More than 50,000 rows were exported within an hour',
    },
  ],
}

/** Wrong passwords within ten minutes that make a series: for one account, and from one network for several accounts. */
export const SERIES = { seconds: 600, account: 5, network: 20 } as const

/** What comes again within this time is the same event. */
export const SAME_EVENT_SECONDS = 3_600

/** Alerts go out from this severity on. */
export function isAlarming(severity: Severity): boolean {
  return severity === 'high' || severity === 'critical'
}
