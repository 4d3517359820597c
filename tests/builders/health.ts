/** What the health page reads of an installation, at least. */
export const READINGS = ['database', 'migrations', 'pool', 'queues', 'outbox', 'jobs', 'mail', 'files', 'disk', 'doctor', 'backup', 'version'] as const
