import { LockKeyhole, MapPinOff, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'

export interface ErrorPageProps {
  code: 403 | 404 | 500
  /** Replaces the usual sentence where more is known. */
  children?: ReactNode
  /** The way on: home, back, try again. */
  action?: ReactNode
  requestId?: string | undefined
}

const WORDS: Record<ErrorPageProps['code'], { icon: LucideIcon; title: string; text: string }> = {
  403: {
    icon: LockKeyhole,
    title: 'You cannot open this page',
    text: 'Your role does not include it. Whoever manages people in your organization can change that.',
  },
  404: {
    icon: MapPinOff,
    title: 'There is nothing at this address',
    text: 'It may have been moved or removed, or it belongs to another organization.',
  },
  500: {
    icon: TriangleAlert,
    title: 'Something broke on our side',
    text: 'Nothing you entered was changed. Try again; if it happens twice, send us the request number.',
  },
}

/** The body of an error page, inside a shell or alone on the screen. */
export function ErrorPage({ code, children, action, requestId }: ErrorPageProps) {
  const { icon, title, text } = WORDS[code]
  return (
    <div className="grid min-h-[70dvh] place-items-center">
      <div>
        <EmptyState icon={icon} title={title} level={1} action={action}>
          {children ?? text}
        </EmptyState>
        <p className="text-center font-mono text-xs text-subtle">
          Error {code}
          {requestId ? ` · request ${requestId}` : ''}
        </p>
      </div>
    </div>
  )
}
