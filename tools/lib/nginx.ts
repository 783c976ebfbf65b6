/** Starts nginx with the shipped configuration, for tests and measurements. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.ts';
import { freePort, type Running, startServer } from './server.ts';

/** What a distribution brings around `conf.d/*.conf`: it knows neither Markdown nor YAML. */
const distribution = `
pid /tmp/nginx.pid;
include /etc/nginx/modules-enabled/*.conf;
events {}
http {
	include /etc/nginx/mime.types;
	default_type application/octet-stream;
	access_log off;
	client_body_temp_path /tmp/nginx-body;
	fastcgi_temp_path /tmp/nginx-fastcgi;
	proxy_temp_path /tmp/nginx-proxy;
	scgi_temp_path /tmp/nginx-scgi;
	uwsgi_temp_path /tmp/nginx-uwsgi;
	include /etc/nginx/conf.d/*.conf;
}
`;

/**
 * Starts nginx with the shipped configuration, in which only the three values it says to set and the folders nginx
 * writes to are changed.
 * @param around the configuration around the site's: the container's, or one as a distribution brings it
 * @param program path of nginx
 * @param built the folder of a packed site
 * @param base the path below which it is served, with a slash at both ends
 * @param work the folder that nginx writes to
 */
export async function startNginx(
	program: string,
	built: string,
	base: string,
	work: string,
	around: 'container' | 'distribution' = 'container',
): Promise<Running> {
	const www = base === '/' ? built : join(work, 'www');
	if (www !== built) {
		mkdirSync(dirname(join(www, base.slice(0, -1))), { recursive: true });
		symlinkSync(built, join(www, base.slice(0, -1)));
	}
	mkdirSync(work, { recursive: true });
	const port = await freePort();
	const site = readFileSync(join(root, 'hosting/nginx/site.conf'), 'utf8')
		.replace('listen 8080;', `listen 127.0.0.1:${port};`)
		.replace('set $base "";', `set $base "${base.slice(0, -1)}";`)
		.replace('root /srv/site;', `root ${www};`)
		.replace('/var/log/nginx/', `${work}/`);
	const container = readFileSync(join(root, 'hosting/nginx/nginx.conf'), 'utf8');
	const main = (around === 'container' ? container : distribution)
		.replace('/etc/nginx/conf.d/*.conf', join(work, 'site.conf'))
		.replaceAll('/tmp/nginx', join(work, 'nginx'));
	writeFileSync(join(work, 'site.conf'), site);
	writeFileSync(join(work, 'nginx.conf'), main);
	// When started as root, nginx would run its workers as a user who may not read this folder.
	const user = process.getuid?.() === 0 ? ' user root;' : '';
	const args = ['-e', 'stderr', '-c', join(work, 'nginx.conf'), '-g', `daemon off;${user}`];
	const origin = `http://127.0.0.1:${port}`;
	return { server: await startServer(program, args, process.env, origin + base), origin };
}
