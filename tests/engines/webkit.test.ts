import { wholeWalk } from '../support/engines/parts.ts';
import { walkIn } from '../support/engines/walk.ts';
import { webkitEngine } from '../support/engines/webkit.ts';

walkIn(webkitEngine, wholeWalk);
