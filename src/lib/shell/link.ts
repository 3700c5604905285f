/** How this screen stands with the server: down for over two seconds is reconnecting, over thirty is offline. */
export type Link = 'live' | 'reconnecting' | 'offline';
