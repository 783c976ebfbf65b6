import puppeteer, { type Frame, type KeyInput } from 'puppeteer-core';
import { findFirefox } from '../../../tools/lib/engines.ts';
import type { Driver, Engine } from './driver.ts';

/** Firefox, driven by WebDriver BiDi. */
export const firefoxEngine: Engine = {
	name: 'firefox',
	cannot: {},
	start: async (folder) => startFirefox(folder),
};

/** WebDriver's characters for keys that Puppeteer does not know by these names. */
const characters: Readonly<Record<string, string>> = { Space: ' ' };

async function startFirefox(folder: string): Promise<Driver> {
	const browser = await puppeteer.launch({
		browser: 'firefox',
		executablePath: findFirefox() ?? 'firefox',
		headless: true,
		extraPrefsFirefox: {
			// Downloads go into the folder, unasked.
			'browser.download.folderList': 2,
			'browser.download.dir': folder,
			'browser.download.useDownloadDir': true,
			'browser.helperApps.neverAsk.saveToDisk': 'text/markdown,application/json',
			// Pages come from the site alone.
			'network.captive-portal-service.enabled': false,
			'network.connectivity-service.enabled': false,
		},
	});
	// The tab that it starts with never has the focus, so that no key presses a button in it.
	const [first] = await browser.pages();
	let page = await browser.newPage();
	await first?.close();
	let frame: Frame = page.mainFrame();
	/** After Back to a page that was kept in memory, Puppeteer waits for ever for the next one in the same tab. */
	let wentBack = false;
	return {
		open: async (address) => {
			if (wentBack) {
				const old = page;
				page = await browser.newPage();
				await page.setViewport(old.viewport());
				frame = page.mainFrame();
				await old.close();
				wentBack = false;
			}
			await page.goto(address, { waitUntil: 'load' });
		},
		back: async () => {
			await page.evaluate(() => history.back());
			wentBack = true;
		},
		reload: async () => {
			await page.reload({ waitUntil: 'load' });
		},
		click: async (selector) => {
			const element = await frame.waitForSelector(selector);
			await element?.click();
		},
		press: async (...keys) => {
			for (const chord of keys) {
				const parts = chord.split('+').map((key) => (characters[key] ?? key) as KeyInput);
				const last = parts.pop()!;
				for (const part of parts) await page.keyboard.down(part);
				await page.keyboard.press(last);
				for (const part of parts.toReversed()) await page.keyboard.up(part);
			}
		},
		type: (text) => page.keyboard.type(text),
		evaluate: (expression) => frame.evaluate(expression),
		frame: async (selector) => {
			frame = page.mainFrame();
			if (!selector) return;
			const element = await frame.waitForSelector(selector);
			frame = (await element?.contentFrame()) ?? frame;
		},
		resize: (width, height) => page.setViewport({ width, height }),
		screenshot: () => page.screenshot(),
		close: () => browser.close(),
	};
}
