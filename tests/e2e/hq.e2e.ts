import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

// The demonstration's people all have this password; see scripts/demo.
const ADMIN = { email: 'hq-admin@northstar.example', password: 'Thoroughfare-2026' }

/** Opens the admin as somebody of HQ; the form counts only once the page reacts. */
async function signIn(page: Page): Promise<void> {
  await page.goto('/admin/login')
  await page.waitForLoadState('networkidle')
  await page.getByLabel('Email').fill(ADMIN.email)
  await page.getByLabel('Password').fill(ADMIN.password)
  await page.getByRole('button', { name: 'Login' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible({ timeout: 30_000 })
}

/** Types into a type-ahead and takes the first match. */
async function pick(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole('dialog').getByLabel(label, { exact: true })
  await box.fill(text)
  await page.getByRole('dialog').getByRole('listbox').getByRole('option').first().waitFor()
  await box.press('Enter')
}

/** Presses a button of the action bar and sends the form that opens. */
async function act(page: Page, verb: string, send = verb): Promise<void> {
  await page.getByRole('group', { name: 'Actions' }).getByRole('button', { name: verb, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: send, exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

// A page that is drawn for the first time after a start takes longer than one that is warm.
const eventually = expect.configure({ timeout: 30_000 })

const badge = (page: Page, label: string) => page.getByRole('heading', { level: 1 }).getByText(label, { exact: true })

test('HQ drafts, confirms and ships an order in two parts and records its payment (S4, S6, F6, F7)', async ({ page }) => {
  test.setTimeout(240_000)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  await signIn(page)

  await test.step('the first page shows what waits', async () => {
    await expect(page.getByRole('navigation', { name: 'Today' })).toContainText('To confirm')
    await expect(page.getByRole('region', { name: 'Revenue per month' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).include('.tf-page').withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  })

  await test.step('a draft is made with the price preview', async () => {
    await page.goto('/admin/collections/orders')
    await page.getByRole('button', { name: 'New order' }).click()
    await pick(page, 'Dealer', 'Cascade')
    await pick(page, 'Variant 1', 'CAMP-CHAI-02')
    await page.getByRole('dialog').getByLabel('Quantity').fill('4')
    await expect(page.getByRole('dialog')).toContainText('Net $')
    await page.getByRole('button', { name: 'Create draft' }).click()
    await eventually(badge(page, 'Draft')).toBeVisible()
  })

  await test.step('it is submitted and confirmed', async () => {
    await act(page, 'Submit')
    await eventually(badge(page, 'Submitted')).toBeVisible()
    await act(page, 'Confirm')
    await eventually(badge(page, 'Confirmed')).toBeVisible()
    await page.getByText('Not now', { exact: true }).click()
    await expect(page.getByLabel('What cannot be done now')).toContainText('Submit')
  })

  await test.step('on a phone the other actions are behind one button', async () => {
    const wide = page.viewportSize()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByText('More', { exact: true }).click()
    await expect(page.getByRole('group', { name: 'More actions' }).getByRole('button', { name: 'Cancel', exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('group', { name: 'More actions' })).toBeHidden()
    if (wide) await page.setViewportSize(wide)
  })

  await test.step('it leaves in two parts', async () => {
    await page.getByRole('group', { name: 'Actions' }).getByRole('button', { name: 'Ship', exact: true }).click()
    await page.getByLabel('Quantity of CAMP-CHAI-02 to ship').fill('1')
    await page.getByRole('dialog').getByRole('button', { name: 'Ship', exact: true }).click()
    await eventually(badge(page, 'Partially shipped')).toBeVisible()
    await act(page, 'Ship')
    await eventually(badge(page, 'Shipped')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Shipments' }).getByRole('link')).toHaveCount(2)
  })

  await test.step('the worker bills the shipments, and the money comes in', async () => {
    const invoices = page.getByRole('region', { name: 'Invoices' }).getByRole('link')
    await expect(async () => {
      await page.reload()
      await expect(invoices).toHaveCount(2, { timeout: 2_000 })
    }).toPass({ timeout: 60_000 })
    await invoices.first().click()
    await eventually(badge(page, 'Open')).toBeVisible()
    await page.getByRole('button', { name: 'Record payment' }).click()
    await page.getByRole('dialog').getByLabel('It settles').selectOption('chosen')
    const number = (await page.getByRole('heading', { level: 1 }).innerText()).split(/\s/)[0] ?? ''
    const amount = await page.getByRole('dialog').getByLabel('Amount (USD)').inputValue()
    await page.getByRole('dialog').getByLabel(`Amount for ${number}`).fill(amount)
    await page.getByRole('dialog').getByRole('button', { name: 'Record payment' }).click()
    await eventually(badge(page, 'Cleared')).toBeVisible()
    await page.getByRole('link', { name: number }).click()
    await eventually(badge(page, 'Paid')).toBeVisible()
  })

  await test.step('the ledger of goods leads to the shipment, the notifications to the order', async () => {
    await page.goto('/admin/collections/stock-moves')
    await page.getByRole('table').getByRole('link').first().click()
    await eventually(page.getByRole('region', { name: 'Move', exact: true })).toContainText('A shipment')
    await page.goto('/admin/notifications')
    await eventually(page.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).include('.tf-page').withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  })

  expect(problems).toEqual([])
})
