import AxeBuilder from '@axe-core/playwright'
import { expect, test, type APIRequestContext, type Page } from '@playwright/test'

const PASSWORD = 'Thoroughfare-2026'
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const SIZES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const

for (const [size, look] of Object.entries(SIZES)) {
  test.describe(`a dealer's buyer on a ${size}`, () => {
    test.use(look)

    test('finds a product in spite of a typing error, filters, and puts it into the cart', async ({ page }) => {
      const base = await signIn(page, 'dealer-user@d1.northstar.example')
      await mustBeSound(page)
      await page.goto(`${base}/catalog?q=worksop`)
      await expect(page.getByText('Showing results for')).toBeVisible()
      await page.goto(`${base}/catalog?q=DEMO-00`)
      await mustBeSound(page)
      if (size === 'phone') await page.getByRole('button', { name: /^Filters/ }).click()
      await page.getByRole('checkbox', { name: 'In stock' }).click()
      await expect(page).toHaveURL(/stock=1/)
      await page.getByRole('link', { name: 'Workshop kit 1', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Workshop kit 1' })).toBeVisible()
      await mustBeSound(page)
      await page.getByRole('button', { name: 'Add to cart' }).click()
      await expect(page.getByText('in your cart')).toBeVisible()
      await page.goto(`${base}/cart`)
      await expect(page.getByRole('link', { name: 'Workshop kit 1', exact: true })).toBeVisible()
      await mustBeSound(page)
    })

    test('pastes lines, orders them, sees the order and cancels it', async ({ page }) => {
      const base = await signIn(page, 'dealer-user@d3.northstar.example')
      await page.goto(`${base}/cart`)
      await page.getByLabel('SKU and quantity').fill('DEMO-002 2\nNO-SUCH-SKU 1')
      await page.getByRole('button', { name: 'Add to cart' }).click()
      await expect(page.getByRole('list', { name: 'Result of each line' }).getByRole('listitem')).toHaveCount(2)
      await expect(page.getByRole('link', { name: 'Workshop kit 2', exact: true })).toBeVisible()
      await page.getByRole('group', { name: 'Quantity of Workshop kit 2' }).getByRole('button', { name: 'More' }).click()
      await expect(page.getByRole('textbox', { name: 'Quantity of Workshop kit 2' })).toHaveValue('3')
      await page.getByRole('link', { name: 'Check out' }).click()
      await expect(page.getByRole('timer')).toHaveText(/\d+:\d\d/)
      await mustBeSound(page)
      await page.getByLabel('Your reference').fill(`E2E-${size}`)
      await page.getByRole('button', { name: /^Place order/ }).click()
      await expect(page.getByRole('heading', { level: 1, name: /^SO-/ })).toBeVisible()
      await expect(page.getByText(`your reference E2E-${size}`)).toBeVisible()
      await mustBeSound(page)
      await page.getByRole('button', { name: 'Cancel order' }).first().click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Reason').fill('Ordered twice')
      await mustBeSound(page)
      await dialog.getByRole('button', { name: 'Cancel order' }).click()
      await expect(page.getByText('This order was cancelled.')).toBeVisible()
      await expect(page.getByText('Reason: Ordered twice')).toBeVisible()
    })

    test('follows orders, shipments, payments and people', async ({ page }) => {
      const base = await signIn(page, 'dealer-admin@d1.northstar.example')
      for (const path of ['/orders', '/shipments', '/payments', '/people', '/notifications']) {
        await page.goto(`${base}${path}`)
        await mustBeSound(page)
      }
    })

    test('downloads an invoice and chooses what to be told', async ({ page }) => {
      const base = await signIn(page, 'dealer-admin@d1.northstar.example')
      await page.goto(`${base}/invoices`)
      await mustBeSound(page)
      await page.getByRole('table').getByRole('link').first().click()
      const pdf = page.getByRole('link', { name: 'Download PDF' })
      await expect(pdf).toBeVisible()
      await mustBeSound(page)
      expect(await pdf.evaluate(beginningOf)).toBe('200 %PDF-')
      await page.goto(`${base}/notifications/preferences`)
      await mustBeSound(page)
      const choice = page.getByRole('switch', { name: /^E-mail/, disabled: false }).first()
      const wasOn = await choice.isChecked()
      const [saved] = await Promise.all([page.waitForResponse((response) => response.url().endsWith('/notifications/preferences') && response.request().method() === 'PATCH'), choice.click()])
      expect(saved.ok()).toBe(true)
      await page.reload()
      expect(await page.getByRole('switch', { name: /^E-mail/, disabled: false }).first().isChecked()).toBe(!wasOn)
    })
  })
}

test('a link opened by somebody who is not signed in leads back to that very page', async ({ page }) => {
  const base = await signIn(page, 'dealer-user@d1.northstar.example')
  // An answer that is still on its way could bring the cookie back.
  await page.waitForLoadState('networkidle')
  await page.goto('about:blank')
  await page.context().clearCookies()
  await page.goto(`${base}/orders?q=DEMO-001`)
  await page.waitForURL(/\/sign-in\?next=/)
  await page.getByLabel('E-mail').fill('dealer-user@d1.northstar.example')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${base}/orders?q=DEMO-001`)
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
})

test('a confirmed order rings in an open page; the open list waits until it is asked', async ({ page, request }) => {
  const base = await signIn(page, 'dealer-user@d6.northstar.example')
  await page.goto(`${base}/notifications`)
  const bell = page.getByRole('banner').getByRole('link', { name: /^Notifications/ })
  const { id, number } = await placed(request, 'dealer-user@d6.northstar.example')
  // The first sign of life opens the stream.
  await page.mouse.move(200, 200)
  await answered(request, 'hq-sales@northstar.example', `/api/v1/orders/${id}/confirm`, {})
  const show = page.getByRole('button', { name: 'Show new notifications' })
  await expect(show).toBeVisible()
  await expect(bell).toHaveAccessibleName(/unread$/)
  await expect(page.getByText(number)).toHaveCount(0)
  await mustBeSound(page)
  const told = page.getByRole('main').getByRole('link', { name: number })
  // News of the sign-ins before may come first.
  await expect(async () => {
    await show.click({ timeout: 2_000 })
    await expect(told).toBeVisible({ timeout: 2_000 })
  }).toPass()
  const read = page.getByRole('button', { name: `Mark as read: Order ${number} is confirmed` })
  await read.click()
  await expect(read).toHaveCount(0)
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(bell).toHaveAccessibleName('Notifications')
})

test('the palette opens with its key, takes what is typed and leads to what it found', async ({ page }) => {
  await signIn(page, 'dealer-user@d1.northstar.example')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Search or go to…').last()).toBeFocused()
  await page.keyboard.type('DEMO-007')
  await expect(page.getByRole('option', { name: /^Workshop kit 7/ })).toBeVisible()
  await mustBeSound(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Workshop kit 7' })).toBeVisible()
})

test('who was signed out in the middle of a checkout signs in where it is, and orders once', async ({ page, request }) => {
  const base = await signIn(page, 'dealer-user@d8.northstar.example')
  await page.goto(`${base}/cart`)
  await page.getByLabel('SKU and quantity').fill('DEMO-004 1')
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByRole('link', { name: 'Check out' }).click()
  await expect(page.getByRole('timer')).toHaveText(/\d+:\d\d/)
  await page.getByLabel('Your reference').fill('KEPT-1')
  await page.context().clearCookies()
  await page.getByRole('button', { name: /^Place order/ }).click()
  const again = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(again.getByLabel('Password')).toBeFocused()
  await again.getByLabel('Password').fill(PASSWORD)
  await again.getByRole('button', { name: 'Sign in' }).click()
  await expect(again).toHaveCount(0)
  await expect(page.getByLabel('Your reference')).toHaveValue('KEPT-1')
  await page.getByRole('button', { name: /^Place order/ }).click()
  await expect(page.getByText('your reference KEPT-1')).toBeVisible()
  const token = await tokenOf(request, 'dealer-user@d8.northstar.example')
  const found = (await (await request.get('/api/v1/orders?poReference=KEPT-1', { headers: { authorization: `JWT ${token}` } })).json()) as { data: unknown[] }
  expect(found.data).toHaveLength(1)
})

test('a dealer that has ordered nothing finds its pages empty and sound', async ({ page }) => {
  const base = await signIn(page, 'dealer-admin@d12.northstar.example')
  await mustBeSound(page)
  for (const path of ['/orders', '/shipments', '/invoices', '/payments', '/cart', '/notifications']) {
    await page.goto(`${base}${path}`)
    await mustBeSound(page)
  }
})

test('another dealer’s portal and documents are not found', async ({ page }) => {
  const base = await signIn(page, 'dealer-user@d1.northstar.example')
  expect((await page.goto('/dealer/no-such-organization'))?.status()).toBe(404)
  expect((await page.goto(`${base}/orders/01a1f912-0000-7000-8000-000000000000`))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
})

test('an address nobody answers has a page of its own, and the content policy refuses nothing on it', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  expect((await page.goto('/no-such-page'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
  expect((await page.goto('/dealer/no-such/page/at/all'))?.status()).toBe(404)
  expect(refused).toEqual([])
})

test('a technician looks things up and orders nothing', async ({ page }) => {
  const base = await signIn(page, 'dealer-technician@d1.northstar.example')
  await page.goto(`${base}/catalog?q=DEMO-003`)
  await expect(page.getByRole('link', { name: 'Workshop kit 3', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /to the cart$/ })).toHaveCount(0)
  await page.goto(`${base}/cart`)
  await expect(page.getByRole('heading', { name: 'You cannot open this page' })).toBeVisible()
})

/** Signs in and answers with the start of the person's portal. */
async function signIn(page: Page, email: string): Promise<string> {
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/dealer\/[^/]+$/)
  return new URL(page.url()).pathname
}

async function tokenOf(request: APIRequestContext, email: string): Promise<string> {
  const answer = await request.post('/api/v1/auth/login', { data: { email, password: PASSWORD } })
  expect(answer.ok()).toBe(true)
  return ((await answer.json()) as { data: { token: string } }).data.token
}

/** What the API answers to somebody's request, as a program asks it: with a token and without cookies. */
async function answered<T>(request: APIRequestContext, email: string, path: string, data: object): Promise<T> {
  const answer = await request.post(path, { data, headers: { authorization: `JWT ${await tokenOf(request, email)}` } })
  expect(answer.ok(), await answer.text()).toBe(true)
  return ((await answer.json()) as { data: T }).data
}

/** An order of somebody's organization for one article of the demonstration. */
async function placed(request: APIRequestContext, email: string): Promise<{ id: string; number: string }> {
  return answered(request, email, '/api/v1/orders', { lines: [{ sku: 'DEMO-003', quantity: '1' }] })
}

/** Status and first five letters of what a link leads to, fetched as the page itself would. */
async function beginningOf(link: Element): Promise<string> {
  const answer = await fetch((link as HTMLAnchorElement).href)
  return `${answer.status} ${(await answer.text()).slice(0, 5)}`
}

/** No accessibility violation, and nothing wider than the window. */
async function mustBeSound(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  // After a click inside the portal the title streams in behind the page.
  await expect(page).toHaveTitle(/\S/)
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
}
