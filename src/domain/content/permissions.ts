import { definePermissions } from '@/kernel/permission'

export const contentPermissions = definePermissions('content', {
  'media.write': 'Upload and change pictures',
  'file.read': 'Open files of the organization',
})
