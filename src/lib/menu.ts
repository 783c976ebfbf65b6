/**
 * Gives pages that Starlight makes without a sidebar the menu of all others, on a phone; on wide screens CSS leaves
 * them as they were.
 */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

export const onRequest = defineRouteMiddleware(({ locals }) => {
	locals.starlightRoute.hasSidebar = true;
});
