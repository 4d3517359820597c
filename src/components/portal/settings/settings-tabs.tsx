import { Tabs } from '@/components/ui/tabs'

const PAGES = [
  { key: 'company', path: '/settings', label: 'Company', needs: 'setting.read' },
  { key: 'rules', path: '/settings/rules', label: 'Rules', needs: 'setting.read' },
  { key: 'domains', path: '/settings/domains', label: 'Portal domains', needs: 'domain.read' },
] as const

/** The pages of how an organization works; alone it is no choice. */
export function SettingsTabs({ base, can, current }: { base: string; can: (permission: string) => boolean; current: (typeof PAGES)[number]['key'] }) {
  const tabs = PAGES.filter(({ needs }) => can(needs))
  if (tabs.length < 2) return null
  return <Tabs label="Settings" tabs={tabs.map(({ path, label }) => ({ href: `${base}${path}`, label }))} current={`${base}${PAGES.find(({ key }) => key === current)?.path ?? ''}`} />
}
