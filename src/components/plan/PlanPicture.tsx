import type { ComponentChildren } from 'preact';
import type {
	BoxKind,
	Instance,
	Namespace,
	Reach,
	Tenant,
	Topology,
} from '~/guide/kestra/topology.ts';
import { type BoxId, boxesOf, boxId } from '~/guide/plan/boxes.ts';
import { type BoxEffect, EffectTag } from '../failures/EffectTag.tsx';
import { LevelIcon } from './Icon.tsx';
import { StageTag } from './StageTag.tsx';
import { drawnSiblings, mostDrawn } from './siblings.ts';
import './plan.css';
import { translatedWithin, untranslated } from '../prose/untranslated.ts';

const kindWords = { instance: 'Instance', tenant: 'Tenant', namespace: 'Namespace' } as const;

interface Props {
	readonly topology: Topology;
	/** Accessible name of the picture. */
	readonly label?: string;
	/** Labels for who reaches an instance; left out of the picture if absent. */
	readonly reachWords?: Readonly<Record<Reach, string>>;
	/** The effect of a failure on each box. */
	readonly effects?: ReadonlyMap<BoxId, BoxEffect>;
	/** Makes each name a button; called with the id of the pressed box. */
	readonly onOrigin?: (id: BoxId) => void;
	/** The box where a failure happens, which is marked. */
	readonly origin?: BoxId | undefined;
	/** Small version: levels as icons only, and without who reaches them. */
	readonly compact?: boolean;
}

/**
 * A plan as nested boxes: a nested list of instances, tenants and namespaces. The list carries the meaning; CSS makes
 * it look like boxes.
 */
export function PlanPicture(props: Props) {
	const { topology, compact = false, label = 'The plan as nested boxes' } = props;
	const looks = (instance: Instance) =>
		[...boxesOf({ instances: [instance] })].map(({ id }) => props.effects?.get(id)?.effect).join();
	const instances = drawnSiblings(topology.instances, (instance) =>
		instance.group === undefined
			? undefined
			: `${instance.stages.map(({ name }) => name).join('/')} ${looks(instance)}`,
	);
	return (
		<div class="dg-plan not-content" data-compact={compact || undefined} data-pagefind-ignore>
			<ul
				class="dg-instances"
				aria-label={label}
				{...arrangement(
					topology,
					instances.map(({ shown }) => shown),
				)}
			>
				{instances.map(({ shown, all }) => (
					<InstanceBox key={shown.name} {...props} instance={shown} all={all} />
				))}
			</ul>
			{topology.localInstances.length > 0 && <LocalInstances names={topology.localInstances} />}
		</div>
	);
}

/** When groups have an instance for each stage: a grid with a column for each stage and a row for each group, if it fits. */
function arrangement({ stages }: Topology, drawn: readonly Instance[]) {
	const [first] = drawn;
	const ofGroups = drawn.filter(({ group }) => group !== undefined);
	if (ofGroups.length === 0 || ofGroups.some((instance) => instance.stages.length > 1)) return {};
	const shared = first?.group === undefined;
	const rows = ofGroups.length / (shared ? stages.length - 1 : stages.length);
	return Number.isInteger(rows) && rows <= mostDrawn && stages.length <= 4
		? { 'data-columns': stages.length, 'data-rows': rows, 'data-shared': shared }
		: {};
}

function InstanceBox(
	props: Props & { readonly instance: Instance; readonly all: readonly Instance[] },
) {
	const { instance, all, topology, reachWords, compact } = props;
	const [stage] = instance.stages;
	const role = instance.stages.length > 1 ? 'everything' : stage?.role;
	const tenants = drawnSiblings(
		instance.tenants,
		(tenant) =>
			tenant.purpose === 'group' || tenant.purpose === 'engineer'
				? `${tenant.purpose} ${looksOfTenant(props, instance, tenant)}`
				: undefined,
		// Engineers' tenants are all alike, so one is enough.
		({ purpose }) => (purpose === 'engineer' && !props.onOrigin ? 1 : mostDrawn),
	);
	const named = compact && instance.stages.length === 1 && instance.name === stage?.name;
	const sayWhose = instance.group !== undefined && !instance.name.includes(slug(instance.group));
	return (
		<Box
			{...props}
			kind="instance"
			id={boxId(instance)}
			name={instance.name}
			names={all.map(({ name }) => name)}
			hidesName={named}
			stage={role}
			aside={
				instance.stages.length > 1 ? (
					<span class="dg-stage" data-stage="everything">
						<LevelIcon name="everything" /> All stages
					</span>
				) : (
					stage && <StageTag stage={stage} />
				)
			}
			notes={
				<>
					{sayWhose && all.length === 1 && (
						<p class="dg-box-note">
							<LevelIcon name="people" /> For <span {...untranslated}>{instance.group}</span>
						</p>
					)}
					{isUnnamed(topology, instance.group) && (
						<p class="dg-box-note" data-asks>
							<LevelIcon name="people" /> Which? Name it under “Make it yours”
						</p>
					)}
					{instance.local && (
						<p class="dg-box-note">
							<LevelIcon name="laptop" /> May be an engineer’s machine, or a second container
						</p>
					)}
					{instance.added && (
						<p class="dg-box-note">
							<LevelIcon name="development" /> Added: production needs a place to try changes first
						</p>
					)}
					{reachWords && !compact && (
						<p class="dg-box-note">
							<LevelIcon name="key" /> {reachWords[instance.reach]}
						</p>
					)}
				</>
			}
		>
			<ul class="dg-tenants">
				{tenants.map(({ shown, all: alike }) => (
					<Box
						{...props}
						key={shown.name}
						kind="tenant"
						id={boxId(instance, shown)}
						name={shown.name}
						names={alike.map(({ name }) => name)}
						stage={shown.stage?.role}
						aside={shown.stage && <StageTag stage={shown.stage} />}
						notes={
							shown.group !== instance.group && isUnnamed(topology, shown.group) ? (
								<p class="dg-box-note" data-asks>
									<LevelIcon name="people" /> Which? Name it under “Make it yours”
								</p>
							) : (
								shown.purpose === 'engineer' && (
									<p class="dg-box-note">
										<LevelIcon name="people" />{' '}
										{alike.length > 1 ? 'One for each engineer' : 'An engineer’s own'}
									</p>
								)
							)
						}
					>
						<Namespaces
							{...props}
							namespaces={shown.namespaces}
							parent={topology.company}
							instance={instance}
							tenant={shown}
						/>
					</Box>
				))}
			</ul>
		</Box>
	);
}

/** Whether a group is an exception that the reader has not named yet. */
const isUnnamed = ({ exceptions }: Topology, group: string | undefined) =>
	exceptions.some(({ name, unnamed }) => unnamed && name === group);

function looksOfTenant({ effects }: Props, instance: Instance, tenant: Tenant): string {
	const alone = { ...instance, tenants: [tenant] };
	return [...boxesOf({ instances: [alone] })].map(({ id }) => effects?.get(id)?.effect).join();
}

function Namespaces(
	props: Props & {
		readonly namespaces: readonly Namespace[];
		readonly parent: string;
		readonly instance: Instance;
		readonly tenant: Tenant;
	},
) {
	const { namespaces, parent, instance, tenant } = props;
	if (namespaces.length === 0) return null;
	return (
		<ul class="dg-namespaces">
			{namespaces.map((namespace) => (
				<Box
					{...props}
					key={namespace.path}
					kind="namespace"
					id={boxId(instance, tenant, namespace)}
					name={namespace.path}
					names={[namespace.path]}
					shownName={
						<Path
							path={namespace.path}
							parent={parent}
							nested={parent !== props.topology.company}
						/>
					}
					stage={namespace.level === 'stage' ? namespace.stage?.role : undefined}
					aside={
						namespace.level === 'stage' && namespace.stage && <StageTag stage={namespace.stage} />
					}
				>
					<Namespaces {...props} namespaces={namespace.namespaces} parent={namespace.path} />
				</Box>
			))}
		</ul>
	);
}

/**
 * A dotted path in which the part already in the name of the surrounding box is muted, or visually hidden if that box
 * is a namespace.
 */
function Path({
	path,
	parent,
	nested,
}: {
	readonly path: string;
	readonly parent: string;
	readonly nested: boolean;
}) {
	const known = path.startsWith(`${parent}.`) ? `${parent}.` : '';
	return (
		<>
			{known && (
				<>
					<span class="dg-path-known">
						{nested ? <span class="sr-only">{parent}</span> : withBreaks(parent)}.
					</span>
					{!nested && <wbr />}
				</>
			)}
			{withBreaks(path.slice(known.length))}
		</>
	);
}

/** Text that may break after a dot, a hyphen or a slash. */
function withBreaks(text: string): ComponentChildren {
	return text.split(/(?<=[.\-/])/).map((part, at) => (at ? [<wbr key={at} />, part] : part));
}

function Box(
	props: Pick<Props, 'effects' | 'onOrigin' | 'origin' | 'compact'> & {
		readonly kind: BoxKind;
		readonly id: BoxId;
		readonly name: string;
		/** Names of all the boxes it represents; several when alike boxes are drawn as one. */
		readonly names: readonly string[];
		readonly shownName?: ComponentChildren;
		/** Hides the name, because a tag beside it says the same. */
		readonly hidesName?: boolean | undefined;
		readonly stage?: string | undefined;
		readonly aside?: ComponentChildren;
		readonly notes?: ComponentChildren;
		readonly children?: ComponentChildren;
	},
) {
	const { kind, id, name, names, onOrigin, aside, notes, children } = props;
	const suffers = props.effects?.get(id);
	const origin = props.origin === id;
	const shownName = props.shownName ?? withBreaks(name);
	const many = names.length > 1;
	const hidesKind = !many && (kind === 'namespace' || props.compact);
	return (
		<li
			class="dg-box"
			data-box={kind}
			data-name={name}
			data-stage={props.stage}
			data-count={many ? names.length : undefined}
			data-effect={suffers?.effect}
			data-origin={origin || undefined}
		>
			<div class="dg-box-head">
				<span class="dg-box-kind">
					<LevelIcon name={kind} />
					<span class={hidesKind ? 'sr-only' : undefined} key={names.length}>
						{many ? `${names.length} ${kind}s` : kindWords[kind]}
					</span>
				</span>{' '}
				{onOrigin ? (
					<button type="button" class="dg-box-name" {...untranslated} onClick={() => onOrigin(id)}>
						<span class="sr-only" {...translatedWithin}>
							Let it happen at{' '}
						</span>
						{shownName}
					</button>
				) : (
					<span class={props.hidesName ? 'sr-only' : 'dg-box-name'} {...untranslated}>
						{shownName}
					</span>
				)}{' '}
				{onOrigin && (
					// Replaced as a whole: translation by the browser takes the text nodes away from Preact.
					<span class="dg-marks">
						<span key={`${suffers?.effect} ${suffers?.word} ${origin}`}>
							{suffers && <EffectTag {...suffers} />}{' '}
							{origin && (
								<span class="dg-origin">
									<LevelIcon name="failure" /> It happens here
								</span>
							)}
						</span>
					</span>
				)}
				{!onOrigin && suffers && <EffectTag {...suffers} />} {aside}
				{many && (
					<p class="dg-box-note" key={names.join()} {...untranslated}>
						{otherNames(names)}
					</p>
				)}
				{notes}
			</div>
			{children}
		</li>
	);
}

/** The other names that a box represents: some of them, and how many more. */
function otherNames([, ...others]: readonly string[]): string {
	const told = others.length > 4 ? others.slice(0, 2) : others;
	const more = others.length - told.length;
	const list = told.join(', ');
	return more ? `and ${list} and ${more} more, each alike` : `and ${list}, each alike`;
}

function LocalInstances({ names }: { readonly names: readonly string[] }) {
	const told = names.length > 6 ? names.slice(0, 4) : names;
	const more = names.length - told.length;
	return (
		<div class="dg-local">
			<p class="dg-box-note">
				<LevelIcon name="laptop" /> On engineers’ own machines, not counted:
			</p>
			<ul aria-label="Instances on engineers’ own machines">
				{told.map((name) => (
					<li key={name}>
						<LevelIcon name="instance" /> <span {...untranslated}>{name}</span>
					</li>
				))}
				{more > 0 && <li key={more}>and {more} more</li>}
			</ul>
		</div>
	);
}

function slug(words: string): string {
	return words.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
