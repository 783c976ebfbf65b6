import type { Unread } from '~/split/read-file.ts';
import type { SplitResult } from '~/split/result.ts';
import { Name } from './names.tsx';
import { PartNames } from './reference-lists.tsx';
import { Several } from './Several.tsx';

/** A file that was not read, or not whole, and why. */
export function UnreadLine({ file, why, line }: Unread) {
	return (
		<>
			<Name text={file} />
			{line !== undefined && `, line ${line}`}: {why}.
		</>
	);
}

/** What was wrong with the files, each with its reason. */
export function FileList({ result }: { readonly result: SplitResult }) {
	const { unread, refused, notFlows, twice } = result;
	if (unread.length + refused.length + notFlows.length + twice.length === 0) return null;
	return (
		<section aria-labelledby="split-files">
			<h4 id="split-files">Files</h4>
			{[['Not read', unread] as const, ['Read, but Kestra refuses them', refused] as const].map(
				([title, files]) =>
					files.length === 0 ? null : (
						<div key={title} class="split-kind">
							<p>
								<strong>{title}.</strong>
							</p>
							<Several items={files} render={(each) => <UnreadLine {...each} />} />
						</div>
					),
			)}
			{twice.length > 0 && (
				<div class="split-kind">
					<p>
						<strong>The same flow more than once.</strong> Kestra keeps one of them.
					</p>
					<Several
						items={twice}
						render={({ name, files }) => (
							<>
								<Name text={name} />: <PartNames names={files} />
							</>
						)}
					/>
				</div>
			)}
			{notFlows.length > 0 && (
				<div class="split-kind">
					<p>
						<strong>No flows.</strong>
					</p>
					<Several
						items={notFlows}
						render={({ file, looksLike }) => (
							<>
								<Name text={file} />: {looksLike}
							</>
						)}
					/>
				</div>
			)}
		</section>
	);
}
