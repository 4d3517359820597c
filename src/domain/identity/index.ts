export { seedRoles } from '@/domain/identity/seed-roles'
