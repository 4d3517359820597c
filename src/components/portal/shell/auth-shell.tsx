import { Check } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { RoadMap } from '@/components/portal/shell/road-map'
import { Avatar } from '@/components/ui/avatar'
import { brandVariables } from '@/components/ui/brand'

export interface AuthShellProps {
  /** The page's h1: "Sign in". */
  title: string
  description?: ReactNode
  children: ReactNode
  /** Under the form: "No account? Apply". */
  footer?: ReactNode
  /** Whose door this is; the product's own if absent. */
  organization?: { name: string; logoUrl?: string | null | undefined; color?: string | null | undefined } | undefined
  headline?: string | undefined
  points?: readonly string[] | undefined
}

const HEADLINE = 'Order, receive and settle in one place.'
const POINTS = [
  'Your prices and what is in stock, as you search',
  'Every order from request to delivery on one line',
  'Invoices and payments that agree with what arrived',
]

/** Sign-in and its relatives: the form at one side, the house at the other; only the form on phones. */
export function AuthShell(props: AuthShellProps) {
  const { title, description, children, footer, organization, headline = HEADLINE, points = POINTS } = props
  const name = organization?.name ?? 'Thoroughfare'
  return (
    <div data-brand="" className="auth" style={brandVariables(organization?.color) as CSSProperties}>
      <main className="flex flex-col px-(--gutter) py-6">
        <p className="flex items-center gap-2.5 font-semibold">
          <Avatar name={name} src={organization?.logoUrl} square brand className="size-7" />
          {name}
        </p>
        <div className="mx-auto my-auto grid w-full max-w-[23rem] gap-7 py-12">
          <header className="grid gap-1.5">
            <h1 className="text-2xl tracking-[-0.025em]">{title}</h1>
            {description ? <p className="text-muted">{description}</p> : null}
          </header>
          {children}
          {footer ? <div className="text-sm text-muted">{footer}</div> : null}
        </div>
      </main>
      <aside className="auth-panel" aria-label={`About ${name}`}>
        <RoadMap />
        <p className="max-w-[18ch] text-3xl font-semibold tracking-[-0.03em] text-balance">{headline}</p>
        <ul className="auth-points mt-8 grid max-w-[26rem] gap-3">
          {points.map((point) => (
            <li key={point}>
              <Check aria-hidden />
              {point}
            </li>
          ))}
        </ul>
      </aside>
    </div>
  )
}
