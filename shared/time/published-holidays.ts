/**
 * The bank holidays of England and Wales as published for 2019 to 2028 (GOV.UK's calendar, alphagov/frontend
 * lib/data/bank-holidays.json at cb2a016, last updated 24 November 2025). Refreshed when a further year is published.
 */

export type BankHolidayKind =
	| 'new-year'
	| 'good-friday'
	| 'easter-monday'
	| 'early-may'
	| 'spring'
	| 'late-august'
	| 'christmas'
	| 'boxing-day'
	| 'platinum-jubilee'
	| 'state-funeral'
	| 'coronation';

export const FIRST_PUBLISHED_YEAR = 2019;
export const LAST_PUBLISHED_YEAR = 2028;

/** The day, what it is for, and whether it stands in for a holiday that fell on a weekend. */
export const PUBLISHED: readonly (readonly [string, BankHolidayKind, 'substitute'?])[] = [
	['2019-01-01', 'new-year'],
	['2019-04-19', 'good-friday'],
	['2019-04-22', 'easter-monday'],
	['2019-05-06', 'early-may'],
	['2019-05-27', 'spring'],
	['2019-08-26', 'late-august'],
	['2019-12-25', 'christmas'],
	['2019-12-26', 'boxing-day'],
	['2020-01-01', 'new-year'],
	['2020-04-10', 'good-friday'],
	['2020-04-13', 'easter-monday'],
	['2020-05-08', 'early-may'],
	['2020-05-25', 'spring'],
	['2020-08-31', 'late-august'],
	['2020-12-25', 'christmas'],
	['2020-12-28', 'boxing-day', 'substitute'],
	['2021-01-01', 'new-year'],
	['2021-04-02', 'good-friday'],
	['2021-04-05', 'easter-monday'],
	['2021-05-03', 'early-may'],
	['2021-05-31', 'spring'],
	['2021-08-30', 'late-august'],
	['2021-12-27', 'christmas', 'substitute'],
	['2021-12-28', 'boxing-day', 'substitute'],
	['2022-01-03', 'new-year', 'substitute'],
	['2022-04-15', 'good-friday'],
	['2022-04-18', 'easter-monday'],
	['2022-05-02', 'early-may'],
	['2022-06-02', 'spring'],
	['2022-06-03', 'platinum-jubilee'],
	['2022-08-29', 'late-august'],
	['2022-09-19', 'state-funeral'],
	['2022-12-26', 'boxing-day'],
	['2022-12-27', 'christmas', 'substitute'],
	['2023-01-02', 'new-year', 'substitute'],
	['2023-04-07', 'good-friday'],
	['2023-04-10', 'easter-monday'],
	['2023-05-01', 'early-may'],
	['2023-05-08', 'coronation'],
	['2023-05-29', 'spring'],
	['2023-08-28', 'late-august'],
	['2023-12-25', 'christmas'],
	['2023-12-26', 'boxing-day'],
	['2024-01-01', 'new-year'],
	['2024-03-29', 'good-friday'],
	['2024-04-01', 'easter-monday'],
	['2024-05-06', 'early-may'],
	['2024-05-27', 'spring'],
	['2024-08-26', 'late-august'],
	['2024-12-25', 'christmas'],
	['2024-12-26', 'boxing-day'],
	['2025-01-01', 'new-year'],
	['2025-04-18', 'good-friday'],
	['2025-04-21', 'easter-monday'],
	['2025-05-05', 'early-may'],
	['2025-05-26', 'spring'],
	['2025-08-25', 'late-august'],
	['2025-12-25', 'christmas'],
	['2025-12-26', 'boxing-day'],
	['2026-01-01', 'new-year'],
	['2026-04-03', 'good-friday'],
	['2026-04-06', 'easter-monday'],
	['2026-05-04', 'early-may'],
	['2026-05-25', 'spring'],
	['2026-08-31', 'late-august'],
	['2026-12-25', 'christmas'],
	['2026-12-28', 'boxing-day', 'substitute'],
	['2027-01-01', 'new-year'],
	['2027-03-26', 'good-friday'],
	['2027-03-29', 'easter-monday'],
	['2027-05-03', 'early-may'],
	['2027-05-31', 'spring'],
	['2027-08-30', 'late-august'],
	['2027-12-27', 'christmas', 'substitute'],
	['2027-12-28', 'boxing-day', 'substitute'],
	['2028-01-03', 'new-year', 'substitute'],
	['2028-04-14', 'good-friday'],
	['2028-04-17', 'easter-monday'],
	['2028-05-01', 'early-may'],
	['2028-05-29', 'spring'],
	['2028-08-28', 'late-august'],
	['2028-12-25', 'christmas'],
	['2028-12-26', 'boxing-day']
];
