/** The five meanings a colour may have: the tones of the state machines. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const TONES: readonly Tone[] = ['neutral', 'info', 'success', 'warning', 'danger']
