/** How a contact comes about. */
export type Channel = 'phone' | 'desk' | 'writing';
