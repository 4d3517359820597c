import { Search } from 'lucide-react'
import { Input } from '@/components/ui/input'
import { cn } from '@/components/ui/cn'

export interface SearchInputProps {
  label: string
  /** Where the GET form goes; the current page if absent. */
  action?: string | undefined
  name?: string | undefined
  defaultValue?: string | undefined
  placeholder?: string | undefined
  /** Other query parameters to keep (filters, sort). */
  keep?: Readonly<Record<string, string>> | undefined
  className?: string | undefined
}

/** A search that is a plain GET form: it works without scripts and its result has an address. */
export function SearchInput({
  label,
  action,
  name = 'q',
  defaultValue,
  placeholder,
  keep = {},
  className,
}: SearchInputProps) {
  return (
    <form
      role="search"
      aria-label={label}
      action={action}
      className={cn('min-w-0 flex-1 max-sm:basis-full', className)}
    >
      {Object.entries(keep).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Input
        type="search"
        name={name}
        aria-label={label}
        defaultValue={defaultValue}
        placeholder={placeholder ?? label}
        icon={<Search aria-hidden />}
        enterKeyHint="search"
        autoComplete="off"
      />
    </form>
  )
}
