/** Prints one line to the terminal. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** Prints one progress line: a padded word that names the step, then what is going on. */
export function sayStep(step: string, text: string): void {
  say(`  ${step.padEnd(11)} ${text}`)
}

/** `0.4 s`, `12 s` or `2 min 5 s`, from a number of milliseconds. */
export function duration(ms: number): string {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
