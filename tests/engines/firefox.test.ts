import { firefoxEngine } from '../support/engines/firefox.ts';
import { wholeWalk } from '../support/engines/parts.ts';
import { walkIn } from '../support/engines/walk.ts';

walkIn(firefoxEngine, wholeWalk);
