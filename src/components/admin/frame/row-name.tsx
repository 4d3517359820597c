'use client'
import { useDocumentInfo, useDocumentTitle } from '@payloadcms/ui'
import { useEffect } from 'react'

/** The heading of a row that has no name of its own: what kind of row it is, where Payload would show its id. */
export function RowName({ name }: { name: string }) {
  const { id } = useDocumentInfo()
  const { title, setDocumentTitle } = useDocumentTitle()
  const isNameless = id !== undefined && title === String(id)
  useEffect(() => {
    if (!isNameless) return undefined
    // Payload writes the id there itself, right after this.
    const later = setTimeout(() => setDocumentTitle(name))
    return () => clearTimeout(later)
  }, [isNameless, name, setDocumentTitle])
  return null
}
