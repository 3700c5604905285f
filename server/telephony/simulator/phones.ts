/** What becomes of a telephone besides its calls: taken off the network, put back, and told not to ring. */
import { event } from './channel.ts';
import { IDLE, memberSays, UNAVAILABLE, type Exchange } from './exchange.ts';

export type PhoneDeed = 'unplug' | 'plugIn' | 'doNotDisturb' | 'disturb';

export function phoneIs(exchange: Exchange, extension: string, deed: PhoneDeed): void {
	const phone = exchange.phone(extension);
	if (deed === 'doNotDisturb' || deed === 'disturb') {
		const state = deed === 'doNotDisturb' ? 'BUSY' : 'NOT_INUSE';
		exchange.say(changed(`Custom:DND${extension}`, state));
		return;
	}
	phone.status = deed === 'unplug' ? UNAVAILABLE : IDLE;
	const state = deed === 'unplug' ? 'UNAVAILABLE' : 'NOT_INUSE';
	exchange.say(changed(`PJSIP/${extension}`, state), ...memberSays(phone));
}

function changed(device: string, state: string) {
	return event('DeviceStateChange', ['Device', device], ['State', state]);
}
