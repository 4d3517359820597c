'use client'

import { useEffect, type ReactNode } from 'react'

/**
 * Gives the generated pages what assistive technology needs and they leave out: one main landmark, and names for boxes,
 * buttons and pickers. It looks again whenever the page changes.
 */
export function Landmarks({ children }: { children: ReactNode }) {
  useEffect(() => {
    let waits = 0
    const later = () => {
      cancelAnimationFrame(waits)
      waits = requestAnimationFrame(name)
    }
    const observer = new MutationObserver(later)
    observer.observe(document.body, { childList: true, subtree: true })
    later()
    return () => {
      cancelAnimationFrame(waits)
      observer.disconnect()
    }
  }, [])
  return children
}

function name(): void {
  each('.template-default__wrap', (wrap) => {
    // Forms bring a main of their own.
    if (wrap.querySelector('main')) wrap.removeAttribute('role')
    else wrap.setAttribute('role', 'main')
  })
  each('.template-minimal', (wrap) => wrap.setAttribute('role', 'main'))
  each('.login__brand', (brand) => {
    brand.setAttribute('role', 'heading')
    brand.setAttribute('aria-level', '1')
    label(brand, 'Sign in to Thoroughfare')
  })
  each('header.app-header, header.list-header', (head) => head.setAttribute('role', 'presentation'))
  each('#select-all', (box) => label(box, 'Choose all rows'))
  each('.select-row input, .cell-_select input', (box) => label(box, `Choose ${rowOf(box)}`))
  each('.popup-button:not([aria-label])', (button) => {
    if (!button.textContent.trim()) label(button, 'More')
  })
  each('.clickable-arrow--left', (button) => label(button, 'Previous page'))
  each('.clickable-arrow--right', (button) => label(button, 'Next page'))
  each('ul.doc-tabs__tabs', (list) => list.setAttribute('role', 'presentation'))
  each('.dropdown-indicator[aria-hidden="true"], .clear-indicator[aria-hidden="true"]', (button) => button.setAttribute('tabindex', '-1'))
  each('.rs__input', (input) => label(input, fieldOf(input) || 'Choose'))
  each('.react-datepicker__input-container input', (input) => label(input, fieldOf(input) || 'Day'))
  each('.condition__actions-remove', (button) => label(button, 'Remove the condition'))
  each('.condition__actions-add', (button) => label(button, 'Add a condition'))
  each('.collapsible__drag', (handle) => label(handle, 'Move'))
  each('.file-details__remove', (button) => label(button, 'Remove the file'))
  each('.copy-to-clipboard', (button) => label(button, 'Copy the address'))
  each('.upload-relationship-details__actions button', (button) => label(button, button.querySelector('.icon--edit') ? 'Edit the picture' : 'Remove the picture'))
}

function each(selector: string, act: (element: Element) => void): void {
  for (const element of document.querySelectorAll(selector)) act(element)
}

function label(element: Element, text: string): void {
  if (element.getAttribute('aria-label') !== text) element.setAttribute('aria-label', text)
  // A reference to itself counts for more than the name, and says nothing.
  if (element.getAttribute('aria-labelledby') === element.id) element.removeAttribute('aria-labelledby')
}

function fieldOf(input: Element): string {
  return input.closest('.field-type')?.querySelector('.field-label')?.textContent.replace('*', '').trim() ?? ''
}

function rowOf(box: Element): string {
  const cell = box.closest('tr')?.querySelector('td:not(.cell-_select)')
  return cell?.textContent.trim() || 'this row'
}
