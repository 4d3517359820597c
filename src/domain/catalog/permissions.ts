import { definePermissions } from '@/kernel/permission'

export const catalogPermissions = definePermissions('catalog', {
  'product.read': 'See products and variants',
  'product.write': 'Create and change products and variants',
  'category.read': 'See categories',
  'category.write': 'Create and change categories',
  'brand.read': 'See brands',
  'brand.write': 'Create and change brands',
  'unit.read': 'See units of measure',
  'unit.write': 'Create and change units of measure',
  'price.read': 'See price lists, costs included',
  'price.write': 'Create and change price lists and prices',
})
