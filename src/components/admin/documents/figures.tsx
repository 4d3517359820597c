/** The figures of a document in a row under its head. */
export function Figures({ figures }: { figures: readonly { label: string; value: string; tone?: 'danger' | 'warning' | undefined }[] }) {
  return (
    <div className="tf-stats">
      {figures.map(({ label, value, tone }) => (
        <div key={label} className="tf-stat" data-tone={tone}>
          <span>{label}</span>
          <strong>{value}</strong>
        </div>
      ))}
    </div>
  )
}
