import { contentPermissions } from '@/domain/content/permissions'
import { defineModule } from '@/kernel/module'

export { keepFile, type KeptFile } from '@/domain/content/keep-file'
export { fileFor, type FileView } from '@/domain/content/queries/file'

/** Pictures for screens, and private files: attachments, PDFs, exports. */
export const contentModule = defineModule({
  name: 'content',
  machines: [],
  permissions: contentPermissions,
  events: [],
  notifications: [],
  sequences: [],
  settings: [],
  operations: [],
})
