/** Every room's tables, for drizzle-kit and the drizzle client. */
export * from '../officers/tables.ts';
export * from '../imports/tables.ts';
export * from '../customers/tables.ts';
export * from '../customers/search/tables.ts';
export * from '../customers/authorities/tables.ts';
export * from '../customers/reach/tables.ts';
export * from '../debts/tables.ts';
export * from '../income/tables.ts';
export * from '../law/tables.ts';
export * from '../affordability/tables.ts';
export * from '../arrangements/tables.ts';
export * from '../outcomes/tables.ts';
export * from '../contacts/tables.ts';
export * from '../monitoring/tables.ts';
export * from '../changes/tables.ts';
export * from '../letters/tables.ts';
export * from '../audit/tables.ts';
