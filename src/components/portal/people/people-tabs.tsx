import { Tabs } from '@/components/ui/tabs'

const PAGES = [
  { key: 'people', path: '/people', label: 'People', needs: 'member.read' },
  { key: 'roles', path: '/people/roles', label: 'Roles', needs: 'role.read' },
  { key: 'keys', path: '/keys', label: 'API keys', needs: 'api-key.read' },
] as const

/** The pages of who may do what in an organization; alone it is no choice. */
export function PeopleTabs({ base, can, current }: { base: string; can: (permission: string) => boolean; current: (typeof PAGES)[number]['key'] }) {
  const tabs = PAGES.filter(({ needs }) => can(needs))
  if (tabs.length < 2) return null
  return <Tabs label="People and access" tabs={tabs.map(({ path, label }) => ({ href: `${base}${path}`, label }))} current={`${base}${PAGES.find(({ key }) => key === current)?.path ?? ''}`} />
}
