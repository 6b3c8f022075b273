// The conference's screen by keys: after each press one is where one was, arrows go through the findings, and without a connection nothing is sent
// into the void.  Without this file the tab key does it, and the browser says that there is no connection.
const form = document.getElementById('form-conference-room');

if (form) {
	arrive();
	form.addEventListener('keydown', (event) => move(event));
	form.addEventListener('submit', (event) => hold(event));
	// What is typed is kept as in any long form; of the same release as this file.
	import(`./draft.js${new URL(import.meta.url).search}`);
}

// Where the address points: reading and the tab key go on from there.  What can be pressed there comes first.
function arrive() {
	const place = location.hash.length > 1 && document.getElementById(location.hash.slice(1));

	if (!place || !form.contains(place))
		return;
	(place.querySelector('.is-current button') ?? (place.id === 'writing' ? place.querySelector('input, textarea') : place)).focus({ preventScroll: true });
	place.scrollIntoView({ block: 'start' });
}

// Up and down among the findings, as in a list.
function move(event) {
	const findings = [...form.querySelectorAll('.sp-room-finding')], at = findings.indexOf(document.activeElement);
	const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : -1;

	if (at < 0 || to < 0 || !findings[to])
		return;
	event.preventDefault();
	findings[to].focus();
}

function hold(event) {
	if (navigator.onLine)
		return;
	event.preventDefault();
	event.stopImmediatePropagation();
	form.querySelector('.sp-draft [role=status]').textContent = form.dataset.offline;
}
