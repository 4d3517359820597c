import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <div role="status" aria-label="Loading" className="grid gap-6">
      <div>
        <Skeleton className="mb-2 h-7 w-52" />
        <Skeleton className="h-4 w-40" />
      </div>
      <Skeleton className="h-28" />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <Skeleton className="h-80" />
        <Skeleton className="h-80" />
      </div>
    </div>
  )
}
