const WIDTH = 28

/** Shows how far a step is: one moving line on a terminal, a line per tenth otherwise. */
export function progressBar(title: string, total: number): (done: number, failed: number) => void {
  let lastTenth = -1
  return (done, failed) => {
    const share = total === 0 ? 1 : done / total
    const note = failed > 0 ? `, ${failed} failed` : ''
    if (process.stdout.isTTY) {
      const filled = Math.round(share * WIDTH)
      process.stdout.write(`\r${title.padEnd(16)} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done} of ${total}${note}${done === total ? '\n' : ''}`)
      return
    }
    const tenth = Math.floor(share * 10)
    if (tenth === lastTenth || (tenth % 5 !== 0 && done !== total)) return
    lastTenth = tenth
    process.stdout.write(`${title.padEnd(16)} ${done} of ${total}${note}\n`)
  }
}
