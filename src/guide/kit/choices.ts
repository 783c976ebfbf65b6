/** What a kit takes for granted about a plan: on what it runs, and the way to production that is offered first. */
import type { Plan } from '../plan/plan.ts';
import type { Way } from './kit-file.ts';

/** What instances run on: Docker Compose on one server or a laptop, or a cluster with the Helm chart. */
export type Runs = 'compose' | 'helm';

/** A cluster is likely with Enterprise and with many stages; otherwise the kit is for one server. */
export const runsOn = ({ topology, outcomes }: Plan): Runs =>
	topology.edition === 'enterprise' || outcomes.stages === 'instance-per-stage'
		? 'helm'
		: 'compose';

/** Instances on one server are rarely reached from outside, so that they have to pull; others take a pipeline. */
export const defaultWay = (plan: Plan): Way => (runsOn(plan) === 'compose' ? 'git' : 'github');

/** Whether the plan leaves it to Git who may change what. */
export const gitDecides = ({ answers }: Plan): boolean =>
	answers['people'] === 'several' || answers['people'] === 'outsiders';
