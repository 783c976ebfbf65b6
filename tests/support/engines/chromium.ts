import { join } from 'node:path';
import { chromium, type Frame } from 'playwright';
import { findBrowser } from '../../../tools/lib/browser.ts';
import type { Driver, Engine } from './driver.ts';

/** Chromium, driven by Playwright. */
export const chromiumEngine: Engine = {
	name: 'chromium',
	cannot: {},
	start: async (folder) => startChromium(folder),
};

async function startChromium(folder: string): Promise<Driver> {
	const browser = await chromium.launch(await findBrowser());
	const context = await browser.newContext({ permissions: ['clipboard-write'] });
	const page = await context.newPage();
	page.on(
		'download',
		(download) => void download.saveAs(join(folder, download.suggestedFilename())),
	);
	let frame: Frame = page.mainFrame();
	return {
		open: async (address) => {
			await page.goto(address, { waitUntil: 'load' });
		},
		back: async () => {
			await page.goBack({ waitUntil: 'commit' });
		},
		reload: async () => {
			await page.reload({ waitUntil: 'load' });
		},
		click: (selector) => frame.locator(selector).first().click({ timeout: 10_000 }),
		press: async (...keys) => {
			for (const key of keys) await page.keyboard.press(key);
		},
		type: (text) => page.keyboard.type(text),
		evaluate: (expression) => frame.evaluate(expression),
		frame: async (selector) => {
			frame = page.mainFrame();
			if (!selector) return;
			const element = await frame.waitForSelector(selector);
			frame = (await element.contentFrame()) ?? frame;
		},
		resize: (width, height) => page.setViewportSize({ width, height }),
		screenshot: () => page.screenshot(),
		close: () => browser.close(),
	};
}
