/** Where one step of many stands. */
export type StepState = 'done' | 'current' | 'skipped' | 'todo';
