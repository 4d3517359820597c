'use client'

import { Badge } from '@/components/admin/frame/badge'
import { ITEM_STATES, type BatchState } from '@/components/bulk/batch'

/** How far a deed for many rows is, and what became of each; refused rows come first. */
export function DeedResult({ batch, onClose }: { batch: BatchState; onClose: () => void }) {
  const { state, totalRows, doneRows, refusedRows, error, items } = batch
  const isGoing = state === 'waiting' || state === 'running'
  return (
    <>
      <div className="tf-dialog-body" tabIndex={0} role="region" aria-label="Result of each">
        <div className="tf-import-progress" role="status">
          {isGoing ? <progress value={doneRows} max={totalRows} aria-label="Progress" /> : null}
          <span>
            {doneRows - refusedRows} done{refusedRows > 0 ? `, ${refusedRows} refused` : ''}
            {isGoing ? ` of ${totalRows}` : ''}
          </span>
        </div>
        {error ? <p className="tf-wrong">{error}</p> : null}
        <ul className="tf-rows">
          {items.map(({ target, label, state: one, message }) => (
            <li key={target}>
              <span>{label ?? 'A row you do not see'}</span>
              <Badge tone={ITEM_STATES[one].tone} label={ITEM_STATES[one].label} />
              {message ? <span className="tf-muted tf-why">{message}</span> : null}
            </li>
          ))}
        </ul>
      </div>
      {isGoing ? null : (
        <footer className="tf-dialog-foot">
          <button type="button" className="tf-button" data-look="primary" onClick={onClose}>
            Close
          </button>
        </footer>
      )}
    </>
  )
}
