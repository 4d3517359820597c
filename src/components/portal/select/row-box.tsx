interface RowBoxProps {
  id: string
  /** How people call the row: SO-000012. */
  name: string
  /** What else a deed needs to know of the row, for example the id of its invitation. */
  also?: string | null | undefined
}

/** The box that chooses a row; `SelectRows` around the list hears it. */
export function RowBox({ id, name, also }: RowBoxProps) {
  return (
    <label className="row-box raise">
      <input type="checkbox" className="check" data-row={id} data-also={also ?? ''} aria-label={`Choose ${name}`} autoComplete="off" />
    </label>
  )
}

/** The box in the head of the list: all rows of the page, or none. */
export function AllBox() {
  return (
    <label className="row-box">
      <input type="checkbox" className="check" data-rows="all" aria-label="Choose all on this page" autoComplete="off" />
    </label>
  )
}
