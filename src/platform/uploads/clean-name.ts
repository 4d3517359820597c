const MOST = 120

/**
 * A file's name as it may be shown and sent: no folders, no control or direction signs, no reserved signs, no leading
 * dots, one line of at most 120 characters; `file` when nothing is left.
 */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{C}<>:"|?*%]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return shortened(plain) || 'file'
}

// The ending says what opens it, so the middle goes.
function shortened(name: string): string {
  const signs = [...name]
  if (signs.length <= MOST) return name
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return signs.slice(0, MOST - ending.length).join('') + ending
}
