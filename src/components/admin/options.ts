import path from 'node:path'
import type { Config } from 'payload'

/** How the generated admin looks and where its own components lie. */
export function adminOptions(root: string): NonNullable<Config['admin']> {
  return {
    user: 'users',
    avatar: 'default',
    meta: { titleSuffix: ' · Thoroughfare', defaultOGImageType: 'off' },
    importMap: {
      baseDir: path.join(root, 'src'),
      importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js'),
    },
    dateFormat: 'yyyy-MM-dd HH:mm',
  }
}
