import { definePermissions } from '@/kernel/permission'

export const healthPermissions = definePermissions('health', {
  'health.read': 'See how the installation does, and be told when something is wrong',
  'doctor.run': 'Ask the doctor now',
})
