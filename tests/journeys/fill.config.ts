/** Before all journeys: one council is filled, which each product they start copies. */
import { fillOneCouncil } from './product.ts';

// Playwright takes what is to be done first from a default export, and what that returns is done last.
export default fillOneCouncil;
