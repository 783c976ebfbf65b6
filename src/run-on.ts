import { checked } from './site.ts';

/**
 * The release of Kestra whose engine runs the experiments: the one that the guide was checked against. Where Maven Central
 * does not have that one, write the newest that it has.
 */
export const runOn: string = checked.release;
