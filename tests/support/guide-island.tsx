import { render, waitFor } from '@testing-library/preact';
import { expect } from 'vitest';
import { Guide } from '../../src/components/guide/Guide.tsx';
import { questionOf } from '../../src/guide/kestra/lookup.ts';
import { stepOf } from '../../src/guide/plan/progress.ts';
import { first } from './answers.ts';

/** Opens the guide at an address, as its page does, and waits until it shows what the address says. */
export async function openGuide(address: string, title = 'Title'): Promise<void> {
	history.replaceState(null, '', address);
	render(
		<Guide titles={{}} title={title} first={questionOf(first.id)} step={stepOf({}, first.id)} />,
	);
	await waitFor(() => expect(document.querySelector('[data-guide]')).not.toBeNull(), {
		timeout: 10_000,
	});
}
