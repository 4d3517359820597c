import { clsx, type ClassValue } from 'clsx'

/**
 * Joins class names. Component looks live in the `components` layer and utilities in a later one, so a utility passed by a page
 * always wins; that is why no class-merging library is needed in the browser.
 */
export const cn = (...values: ClassValue[]): string => clsx(values)
