/** Loads another page of ours as a whole, so that every layout sees the session as it is now. */
export function leaveTo(path: string): void {
  window.location.href = path
}
