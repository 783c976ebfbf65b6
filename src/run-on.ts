/**
 * The release of Kestra whose engine runs the experiments: the newest that Maven Central serves whole, which can be older
 * than the one that the guide was checked against (`site.ts`).
 */
export const runOn: string = '2.0.0';
