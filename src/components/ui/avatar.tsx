import { cn } from '@/components/ui/cn'

export interface AvatarProps {
  name: string
  src?: string | null | undefined
  /** Organizations are square, people round. */
  square?: boolean | undefined
  /** In the organization's colour instead of grey. */
  brand?: boolean | undefined
  className?: string | undefined
}

/** Picture or initials. Decorative: the name always stands beside it or labels its button. */
export function Avatar({ name, src, square, brand, className }: AvatarProps) {
  return (
    <span aria-hidden className={cn('avatar', square && 'avatar-square', brand && !src && 'avatar-brand', className)}>
      {initialsOf(name)}
      {src ? <img src={src} alt="" loading="lazy" decoding="async" /> : null}
    </span>
  )
}

/** Up to two letters: of the first and the last word, or the first of the only one. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const [first, last] = [words[0], words.length > 1 ? words[words.length - 1] : undefined]
  return [first, last]
    .map((word) => (word ? ([...word][0] ?? '') : ''))
    .join('')
    .toUpperCase()
}
