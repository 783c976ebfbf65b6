import { chromiumEngine } from '../support/engines/chromium.ts';
import { wholeWalk } from '../support/engines/parts.ts';
import { walkIn } from '../support/engines/walk.ts';

walkIn(chromiumEngine, wholeWalk);
