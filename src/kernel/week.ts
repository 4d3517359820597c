/** The days of a week as hours are kept by; apart from their schema, so that browsers load no more than this. */
export const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
