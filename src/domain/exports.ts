import { catalogExports } from '@/domain/catalog/exports'
import { financeExports } from '@/domain/finance/exports'
import { inventoryExports } from '@/domain/inventory/exports'
import { networkExports } from '@/domain/network/exports'
import { salesExports } from '@/domain/sales/exports'
import type { ExportDefinition } from '@/kernel/export'

/** Every list that can be exported. */
export const exportDefinitions: readonly ExportDefinition[] = [
  ...salesExports,
  ...financeExports,
  ...inventoryExports,
  ...catalogExports,
  ...networkExports,
]
