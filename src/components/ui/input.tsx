import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export type ControlSize = 'sm' | 'md' | 'lg'

export interface InputProps extends Omit<ComponentProps<'input'>, 'size'> {
  size?: ControlSize | undefined
  /** Drawn inside, before the text. */
  icon?: ReactNode
}

export interface TextareaProps extends ComponentProps<'textarea'> {
  size?: ControlSize | undefined
}

export const controlLook = (size: ControlSize | undefined, className?: string): string =>
  cn('input', size && size !== 'md' && `input-${size}`, className)

/** A text control; give it its label through `Field` or `TextField`. */
export function Input({ size, icon, className, ...rest }: InputProps) {
  if (!icon) return <input {...rest} className={controlLook(size, className)} />
  return (
    <span className={cn('adorned', className)}>
      {icon}
      <input {...rest} className={controlLook(size)} />
    </span>
  )
}

/** A number typed by hand: right keyboard on phones, no spinner arrows, figures in columns. */
export function NumberInput({ className, ...rest }: InputProps) {
  return <Input inputMode="decimal" autoComplete="off" {...rest} className={cn('tabular-nums', className)} />
}

/** Grows with its text where the browser can, else by its handle. */
export function Textarea({ size, className, ...rest }: TextareaProps) {
  return <textarea rows={3} {...rest} className={controlLook(size, className)} />
}
