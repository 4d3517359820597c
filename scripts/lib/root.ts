import path from 'node:path'

/** Absolute path of the project folder, whatever folder a command was called from. */
export const projectRoot = path.resolve(import.meta.dirname, '../..')

/** Absolute path of a file or folder named relative to the project. */
export function inProject(...parts: string[]): string {
  return path.join(projectRoot, ...parts)
}
