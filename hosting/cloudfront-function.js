// Amazon CloudFront: a function for viewer requests (runtime cloudfront-js-2.0), in front of a bucket that serves no
// index pages for folders. Set BASE to the path the site was built for, without a slash at the end, or to nothing.
const BASE = '';

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it
function handler(event) {
	const request = event.request;
	if (request.uri.endsWith('/')) {
		request.uri += 'index.html';
		return request;
	}
	// A file has a dot in its name; a folder of this site has none.
	const path = request.uri.slice(BASE.length);
	if (!request.uri.startsWith(BASE) || !/^(\/[a-z0-9-]+)*$/.test(path)) return request;
	// Only the names of folders of this site are put into the address: `//elsewhere`, dots and escapes never lead away.
	return {
		statusCode: 308,
		statusDescription: 'Permanent Redirect',
		headers: { location: { value: `${BASE}${path}/${queryOf(request.querystring)}` } },
	};
}

/** The query as it was sent: it holds the answers to the guide. */
function queryOf(parts) {
	const pairs = Object.keys(parts).flatMap((name) => {
		const values = parts[name].multiValue || [parts[name]];
		return values.map((each) => `${name}=${each.value}`);
	});
	return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
