'use client'

import { X } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Button, type ButtonProps } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  footer?: ReactNode
  /** `drawer` comes from the right; on phones every look comes from below. */
  look?: 'dialog' | 'wide' | 'drawer' | undefined
}

export interface DialogButtonProps extends Omit<DialogProps, 'open' | 'onClose' | 'children' | 'footer'> {
  /** What the button shows. */
  trigger: ReactNode
  button?: Omit<ButtonProps, 'children' | 'onClick'> | undefined
  /** Nodes, or a function that gets `close` when the dialog has something to finish. */
  children: ReactNode | ((close: () => void) => ReactNode)
}

const WANTED = '[data-autofocus]'
const FIRST_FIELD = '.dialog-body :is(input:not([type=hidden]), select, textarea)'

/** A modal on the native `<dialog>`: the browser keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ open, onClose, title, description, children, footer, look = 'dialog' }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!dialog || dialog.open === open) return
    if (!open) return dialog.close()
    dialog.showModal()
    // The browser would choose the close button, which comes first.
    const first = dialog.querySelector<HTMLElement>(WANTED) ?? dialog.querySelector<HTMLElement>(FIRST_FIELD)
    first?.focus()
  }, [open])
  return (
    <dialog
      ref={ref}
      className={cn('dialog', look === 'wide' && 'dialog-wide', look === 'drawer' && 'drawer')}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-text` : undefined}
      onClose={onClose}
      onMouseDown={(event) => {
        if (event.target === ref.current) onClose()
      }}
    >
      <div className="dialog-head">
        <div className="min-w-0 pt-0.5">
          <h2 id={`${id}-title`} className="text-md">
            {title}
          </h2>
          {description ? (
            <p id={`${id}-text`} className="mt-1 text-muted">
              {description}
            </p>
          ) : null}
        </div>
        <IconButton label="Close" icon={<X aria-hidden />} size="sm" onClick={onClose} />
      </div>
      {children ? <div className="dialog-body">{open ? children : null}</div> : null}
      {footer ? <div className="dialog-foot">{footer}</div> : null}
    </dialog>
  )
}

/** A button and the dialog it opens. */
export function DialogButton({ trigger, button, children, ...rest }: DialogButtonProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button {...button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {trigger}
      </Button>
      <Dialog {...rest} open={open} onClose={close}>
        {typeof children === 'function' ? children(close) : children}
      </Dialog>
    </>
  )
}
