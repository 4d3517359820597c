import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <div role="status" aria-label="Loading products">
      <Skeleton className="mb-2 h-7 w-40" />
      <Skeleton className="mb-6 h-4 w-72 max-w-full" />
      <div className="grid gap-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <div className="hidden content-start gap-3 lg:grid">
          {Array.from({ length: 10 }, (_, index) => (
            <Skeleton key={index} className="h-5" />
          ))}
        </div>
        <div className="grid content-start gap-4">
          <Skeleton className="h-9" />
          <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            {Array.from({ length: 6 }, (_, index) => (
              <div key={index} className="card grid gap-3 p-4">
                <Skeleton className="aspect-4/3 h-auto" />
                <Skeleton className="w-3/4" />
                <Skeleton className="w-1/3" />
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}
