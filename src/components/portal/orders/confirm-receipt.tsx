'use client'

import { PackageCheck } from 'lucide-react'
import { DeedButton } from '@/components/portal/client/deed-button'

/** Says that a shipment arrived. */
export const ConfirmReceipt = ({ organization, shipment, number, size }: { organization: string; shipment: string; number: string; size?: 'sm' }) => (
  <DeedButton
    organization={organization}
    path={`/shipments/${shipment}/confirm-receipt`}
    done={`${number} received`}
    size={size}
    icon={<PackageCheck aria-hidden />}
    aria-label={`Confirm that ${number} arrived`}
    className="raise"
  >
    Confirm receipt
  </DeedButton>
)
