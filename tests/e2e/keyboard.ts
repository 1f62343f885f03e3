import type { Locator, Page } from '@playwright/test';

/** More stops than any stage has. */
const MAX_STOPS = 250;

/** Presses Tab until something has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < MAX_STOPS; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(target)}`);
}

export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Replaces what stands in a field. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Goes to a radio button as keys do: to the chosen one of its group, and from there with the arrows. */
export async function choose(page: Page, group: Locator, wished: Locator): Promise<void> {
  await tabTo(page, group.getByRole('radio', { checked: true }));
  for (let presses = 0; presses < 12 && !(await wished.isChecked()); presses++) {
    await page.keyboard.press('ArrowDown');
  }
  if (!(await wished.isChecked())) throw new Error(`The arrows never reached ${String(wished)}`);
}

/** Moves a slider to its least value. */
export async function slideToLeast(page: Page, slider: Locator): Promise<void> {
  await tabTo(page, slider);
  await page.keyboard.press('Home');
}
