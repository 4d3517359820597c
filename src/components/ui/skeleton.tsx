import { cn } from '@/components/ui/cn'

/** A grey bar of the size of what is coming; the size is given by classes. */
export const Skeleton = ({ className }: { className?: string | undefined }) => (
  <div aria-hidden className={cn('skeleton h-4', className)} />
)

/** The shape of a list page while it loads: title, filters, rows. Announces itself once. */
export function PageSkeleton({ rows = 8, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-label={label}>
      <Skeleton className="mb-2 h-7 w-52" />
      <Skeleton className="mb-8 h-4 w-80 max-w-full" />
      <div className="card">
        {Array.from({ length: rows }, (_, index) => (
          <div key={index} className="flex items-center gap-6 border-b border-line px-5 py-4 last:border-0">
            <Skeleton className="w-28" />
            <Skeleton className="hidden flex-1 sm:block" />
            <Skeleton className="ml-auto w-20" />
          </div>
        ))}
      </div>
    </div>
  )
}
