/**
 * Gives pages that Starlight renders without a sidebar, such as the home page, the menu on a phone. CSS hides it on
 * wide screens.
 */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

export const onRequest = defineRouteMiddleware(({ locals }) => {
	locals.starlightRoute.hasSidebar = true;
});
