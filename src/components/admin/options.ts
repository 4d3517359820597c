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
      providers: [`${AT}/frame/landmarks#Landmarks`],
      Nav: `${AT}/nav/admin-nav#AdminNav`,
      afterLogin: [`${AT}/nav/brand#SignInNote`],
      views: {
        account: { Component: `${AT}/account/to-security#ToSecurity` },
        mySecurity: { Component: `${AT}/account/my-security#MySecurity`, path: '/my-security', exact: true },
        audit: { Component: `${AT}/audit/audit-page#AuditPage`, path: '/audit', exact: true },
        dashboard: { Component: `${AT}/dashboard/dashboard#Dashboard` },
        forgot: { Component: `${AT}/nav/forgot-password#ForgotPassword`, path: '/forgot', exact: true },
        access: { Component: `${AT}/access/access-page#AccessPage`, path: '/access', exact: true },
        doctor: { Component: `${AT}/system/doctor-page#DoctorPage`, path: '/doctor', exact: true },
        health: { Component: `${AT}/system/health-page#HealthPage`, path: '/health', exact: true },
        jobs: { Component: `${AT}/system/jobs-page#JobsPage`, path: '/jobs', exact: true },
        mailbox: { Component: `${AT}/system/mailbox-page#MailboxPage`, path: '/mailbox', exact: true },
        permissions: { Component: `${AT}/system/permissions-page#PermissionsPage`, path: '/permissions', exact: true },
        preferences: { Component: `${AT}/account/my-preferences#MyPreferences`, path: '/my-preferences', exact: true },
        notifications: { Component: `${AT}/system/notifications-page#NotificationsPage`, path: '/notifications', exact: true },
        security: { Component: `${AT}/security/security-page#SecurityPage`, path: '/security', exact: true },
        imports: { Component: `${AT}/bulk/imports-page#ImportsPage`, path: '/imports', exact: true },
        import: { Component: `${AT}/bulk/import-page#ImportPage`, path: '/imports/:id', exact: true },
        settings: { Component: `${AT}/system/settings-page#SettingsPage`, path: '/settings', exact: true },
      },
    },
  }
}
