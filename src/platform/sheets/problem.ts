/** Something wrong with a file as a whole: one sentence for the person who brought it. */
export class SheetProblem extends Error {}
