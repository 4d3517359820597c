import type { ApiKeyView } from '@/domain/identity'

/** How a key stands, in one word and its tone. */
export function standOf({ status, isExpired, isBacked }: Pick<ApiKeyView, 'status' | 'isExpired' | 'isBacked'>): { label: string; tone: 'success' | 'warning' | 'danger' | 'neutral' } {
  if (status === 'revoked') return { label: 'Revoked', tone: 'neutral' }
  if (status === 'suspended') return { label: 'Suspended', tone: 'danger' }
  if (isExpired) return { label: 'Expired', tone: 'neutral' }
  return isBacked ? { label: 'Active', tone: 'success' } : { label: 'Maker left', tone: 'warning' }
}

/** What limits a key, in words. */
export function limitsOf({ reach, branches, addresses, signed }: Pick<ApiKeyView, 'reach' | 'branches' | 'addresses' | 'signed'>): string {
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : word.endsWith('ch') || word.endsWith('s') ? 'es' : 's'}`
  const parts = [
    reach === 'network' ? 'with the organizations below' : '',
    branches && branches.length > 0 ? count(branches.length, 'branch') : '',
    addresses && addresses.length > 0 ? `from ${count(addresses.length, 'network')}` : '',
    signed ? 'signed requests' : '',
  ]
  return parts.filter((one) => one !== '').join(', ') || 'No further limits'
}
