import path from 'node:path'
import type { Config } from 'payload'

const AT = '/components/admin'

/** How the generated admin looks and where its own components lie. */
export function adminOptions(root: string): NonNullable<Config['admin']> {
  return {
    user: 'users',
    avatar: 'default',
    meta: { titleSuffix: ' · Thoroughfare', defaultOGImageType: 'off' },
    importMap: {
      baseDir: path.join(root, 'src'),
      importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js'),
    },
    dateFormat: 'yyyy-MM-dd HH:mm',
    components: {
      graphics: { Icon: `${AT}/nav/brand#BrandIcon`, Logo: `${AT}/nav/brand#BrandLogo` },
      Nav: `${AT}/nav/admin-nav#AdminNav`,
      afterLogin: [`${AT}/nav/brand#SignInNote`],
      views: {
        dashboard: { Component: `${AT}/dashboard/dashboard#Dashboard` },
        forgot: { Component: `${AT}/nav/forgot-password#ForgotPassword`, path: '/forgot', exact: true },
        doctor: { Component: `${AT}/system/doctor-page#DoctorPage`, path: '/doctor', exact: true },
        health: { Component: `${AT}/system/health-page#HealthPage`, path: '/health', exact: true },
        jobs: { Component: `${AT}/system/jobs-page#JobsPage`, path: '/jobs', exact: true },
        mailbox: { Component: `${AT}/system/mailbox-page#MailboxPage`, path: '/mailbox', exact: true },
        settings: { Component: `${AT}/system/settings-page#SettingsPage`, path: '/settings', exact: true },
      },
    },
  }
}
