/** What the walk needs of a browser, so that it is written once for all engines. */

/** A function that runs in the page: it sees its arguments and the page, nothing of the test's file. */
type InPage<Arguments extends readonly unknown[], Result> = (...given: Arguments) => Result;

/** A running browser with one window. */
export interface Driver {
	/** Opens a full address and waits until it is loaded. */
	open(address: string): Promise<void>;
	back(): Promise<void>;
	reload(): Promise<void>;
	/** Presses the middle of the first element, as a pointer does. */
	click(selector: string): Promise<void>;
	/** Presses keys one after another: `Tab`, `Enter`, `Control+k`. */
	press(...keys: readonly string[]): Promise<void>;
	/** Types a text where the focus is. */
	type(text: string): Promise<void>;
	/** The value of an expression in the page or the frame, as JSON. */
	evaluate(expression: string): Promise<unknown>;
	/** Turns to the first frame that a selector finds, or back to the page. */
	frame(selector?: string): Promise<void>;
	/** Sets the size of what shows the page, in CSS pixels. */
	resize(width: number, height: number): Promise<void>;
	/** A picture of the window, as PNG. */
	screenshot(): Promise<Uint8Array>;
	close(): Promise<void>;
}

/** An engine that the walk is done in. */
export interface Engine {
	/** As `tools/lib/engines.ts` names it. */
	readonly name: string;
	/** What it cannot do, each with the reason; the walk leaves it out and the output lists it. */
	readonly cannot: Readonly<Partial<Record<Ability, string>>>;
	/** @param folder an empty folder, for its profile and its downloads */
	start(folder: string): Promise<Driver>;
}

/** What not every engine can be made to do from outside. */
export type Ability = 'downloads';

/** Runs a function in the page. */
export async function run<Arguments extends readonly unknown[], Result>(
	driver: Driver,
	work: InPage<Arguments, Result>,
	...given: Arguments
): Promise<Result> {
	return (await driver.evaluate(`(${work})(...${JSON.stringify(given)})`)) as Result;
}

/** The longest that the walk waits for something, in milliseconds. */
const longest = 15_000;

/**
 * Waits until a function in the page returns something that counts as true, and returns that.
 * @param what what it waits for, for the message
 * @throws with the last value when that does not come
 */
export async function until<Arguments extends readonly unknown[], Result>(
	driver: Driver,
	what: string,
	work: InPage<Arguments, Result>,
	...given: Arguments
): Promise<Result> {
	const end = Date.now() + longest;
	let last: Result | undefined;
	let failure: unknown;
	do {
		try {
			last = await run(driver, work, ...given);
			if (last) return last;
		} catch (error) {
			// The page may be on its way to another.
			failure = error;
		}
		await new Promise((done) => setTimeout(done, 50));
	} while (Date.now() < end);
	throw new Error(`Waited in vain until ${what}. Last: ${JSON.stringify(last)} ${failure ?? ''}`);
}
