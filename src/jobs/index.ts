import { coreJobs } from '@/jobs/core'
import { financeJobs } from '@/jobs/finance'
import { inventoryJobs } from '@/jobs/inventory'
import { salesJobs } from '@/jobs/sales'
import { jobTable } from '@/platform/queue/jobs'

/** Every job of the product: append a module's table here. */
export const jobs = jobTable([...coreJobs, ...financeJobs, ...inventoryJobs, ...salesJobs])
