import { coreJobs } from '@/jobs/core'
import { domainJobs } from '@/jobs/domains'
import { financeJobs } from '@/jobs/finance'
import { healthJobs } from '@/jobs/health'
import { identityJobs } from '@/jobs/identity'
import { inventoryJobs } from '@/jobs/inventory'
import { salesJobs } from '@/jobs/sales'
import { securityJobs } from '@/jobs/security'
import { jobTable } from '@/platform/queue/jobs'

/** Every job of the product: append a module's table here. */
export const jobs = jobTable([...coreJobs, ...identityJobs, ...securityJobs, ...financeJobs, ...inventoryJobs, ...salesJobs, ...healthJobs, ...domainJobs])
