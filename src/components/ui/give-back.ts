/**
 * Gives the focus back to whatever opened a dialog. The browser does so when the person closes it, not when it is taken
 * away because its work is done; focus that went elsewhere meanwhile stays there.
 */
export function giveBack(opener: Element | null): void {
  const isLost = document.activeElement === null || document.activeElement === document.body
  if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
}
