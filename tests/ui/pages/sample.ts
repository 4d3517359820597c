import type { Tone } from '@/components/ui/tone'

export interface SampleOrder {
  number: string
  at: string
  po: string
  lines: number
  minor: number
  status: { label: string; tone: Tone }
}

const STATUS = {
  submitted: { label: 'Submitted', tone: 'info' },
  confirmed: { label: 'Confirmed', tone: 'info' },
  partly: { label: 'Partially shipped', tone: 'warning' },
  shipped: { label: 'Shipped', tone: 'success' },
  delivered: { label: 'Delivered', tone: 'success' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
} as const

const order = (
  number: number,
  at: string,
  po: string,
  lines: number,
  minor: number,
  status: keyof typeof STATUS,
): SampleOrder => ({
  number: `SO-0${number}`,
  at,
  po,
  lines,
  minor,
  status: STATUS[status],
})

export const ORDERS: readonly SampleOrder[] = [
  order(1048, '2026-11-18T15:20:00Z', 'PO-2291', 12, 418_250, 'submitted'),
  order(1042, '2026-11-16T09:04:00Z', 'PO-2288', 4, 96_400, 'confirmed'),
  order(1037, '2026-11-12T16:41:00Z', 'PO-2280', 31, 1_284_900, 'partly'),
  order(1029, '2026-11-09T08:12:00Z', 'PO-2271', 7, 231_075, 'shipped'),
  order(1018, '2026-11-03T11:55:00Z', 'Winter stock', 18, 742_310, 'delivered'),
  order(1003, '2026-10-27T14:30:00Z', 'PO-2254', 2, 12_480, 'cancelled'),
  order(1001, '2026-10-26T10:02:00Z', 'PO-2251', 9, 388_000, 'delivered'),
]

const drawn = (hue: number, shape: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 150"><rect width="200" height="150" fill="hsl(${hue} 18% 95%)"/><g fill="none" stroke="hsl(${hue} 22% 38%)" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">${shape}</g></svg>`)}`

const BIKE =
  '<circle cx="62" cy="94" r="26"/><circle cx="140" cy="94" r="26"/><path d="M62 94 84 54h42l14 40M84 54l20 40h36M78 46h16M126 54l6-14h12M104 94l22-40"/>'
const HELMET = '<path d="M46 96c0-34 24-56 54-56s54 22 54 56zM46 96h124M92 42l-8 52M118 46l10 48"/>'
const WHEEL =
  '<circle cx="100" cy="75" r="48"/><circle cx="100" cy="75" r="8"/><path d="M100 27v40M100 83v40M52 75h40M108 75h40M66 41l28 28M106 81l28 28"/>'
const BOTTLE = '<path d="M84 30h32v14l8 12v60a8 8 0 0 1-8 8H84a8 8 0 0 1-8-8V56l8-12zM76 74h48"/>'

export interface SampleProduct {
  sku: string
  name: string
  category: string
  image: string
  micro: number
  stock: { label: string; tone: Tone }
}

const IN_STOCK = { label: 'In stock', tone: 'success' } as const
const LOW = { label: '4 left', tone: 'warning' } as const
const NONE = { label: 'Back-order, 2 Dec', tone: 'neutral' } as const

export const PRODUCTS: readonly SampleProduct[] = [
  {
    sku: 'BK-M82S-42',
    name: 'Mountain-100 Silver, 42',
    category: 'Mountain bikes',
    image: drawn(190, BIKE),
    micro: 2_039_994_000,
    stock: IN_STOCK,
  },
  {
    sku: 'HL-U509-R',
    name: 'Sport-100 Helmet, Red',
    category: 'Helmets',
    image: drawn(12, HELMET),
    micro: 20_994_000,
    stock: IN_STOCK,
  },
  {
    sku: 'FW-M762',
    name: 'ML Mountain Front Wheel',
    category: 'Wheels',
    image: drawn(45, WHEEL),
    micro: 125_415_000,
    stock: LOW,
  },
  {
    sku: 'WB-H098',
    name: 'Water Bottle, 30 oz.',
    category: 'Bottles',
    image: drawn(210, BOTTLE),
    micro: 2_994_000,
    stock: IN_STOCK,
  },
  {
    sku: 'BK-R93R-62',
    name: 'Road-150 Red, 62',
    category: 'Road bikes',
    image: drawn(2, BIKE),
    micro: 2_146_962_000,
    stock: NONE,
  },
  {
    sku: 'RW-R820',
    name: 'HL Road Rear Wheel',
    category: 'Wheels',
    image: drawn(150, WHEEL),
    micro: 214_362_000,
    stock: IN_STOCK,
  },
]

export const IMAGES = [
  { src: drawn(190, BIKE), alt: 'the bicycle from the right' },
  { src: drawn(190, WHEEL), alt: 'its front wheel' },
  { src: drawn(190, HELMET), alt: 'a matching helmet' },
] as const
