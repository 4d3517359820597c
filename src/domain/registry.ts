import { catalogModule } from '@/domain/catalog'
import { financeModule } from '@/domain/finance'
import { inventoryModule } from '@/domain/inventory'
import { salesModule } from '@/domain/sales'
import type { Module } from '@/kernel/module'

/** Every module. Payload's config, jobs, documentation and the conformance suite read this list; modules never do. */
export const modules: readonly Module[] = [catalogModule, inventoryModule, financeModule, salesModule]
