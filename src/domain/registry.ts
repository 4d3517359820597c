import { catalogModule } from '@/domain/catalog'
import { contentModule } from '@/domain/content'
import { coreOver } from '@/domain/core'
import { batchDefinitions } from '@/domain/batches'
import { exportDefinitions } from '@/domain/exports'
import { importDefinitions } from '@/domain/imports'
import { financeModule } from '@/domain/finance'
import { healthModule } from '@/domain/health'
import { identityModule } from '@/domain/identity'
import { inventoryModule } from '@/domain/inventory'
import { networkModule } from '@/domain/network'
import { salesModule } from '@/domain/sales'
import type { Module } from '@/kernel/module'

const business: readonly Module[] = [identityModule, networkModule, contentModule, catalogModule, inventoryModule, financeModule, salesModule, healthModule]

/** The core module, made from the declarations of all others; doors take the operations from here that need them. */
export const core = coreOver(business, exportDefinitions, importDefinitions, batchDefinitions)

/** Every module. Payload's config, jobs, documentation and the conformance suite read this list; modules never do. */
export const modules: readonly Module[] = [...business, core.module]
