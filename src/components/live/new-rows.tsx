'use client'

import { createPortal } from 'react-dom'

/** Says over the open list that something came, and draws it when asked. It lies over the page and moves nothing. */
export function NewRows({ onShow }: { onShow: () => void }) {
  const page = document.querySelector('main') ?? document.body
  return createPortal(
    <button type="button" className="new-rows" onClick={onShow}>
      Show new notifications
    </button>,
    page,
  )
}
