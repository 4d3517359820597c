/** What a choice of branches offers: all of them, then each. */
export function BranchOptions({ branches }: { branches: readonly { id: string; name: string }[] }) {
  return (
    <>
      <option value="">All branches</option>
      {branches.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </>
  )
}
