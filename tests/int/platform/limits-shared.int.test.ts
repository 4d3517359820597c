import { limitsContract } from './limits-contract'

limitsContract('PostgreSQL')
