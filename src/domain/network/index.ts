export { createHeadquarters } from '@/domain/network/operations/create-headquarters'
export { createDealer } from '@/domain/network/operations/create-dealer'
