/** Stands for every style sheet: tests look at what is rendered, never at how it is painted. */
export const style = {}
