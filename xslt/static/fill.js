// Typing answers from paper: a digit chooses, and the next question is waited for. Arrow keys and Tab do what they always do.
const questions = [...document.querySelectorAll(".sp-fill fieldset.sp-question")];

// A scale's number is its value; of other answers the first is 1.
function chosen(question, digit) {
	const scale = question.querySelector(".sp-numbers");
	const radios = [...question.querySelectorAll("input[type=radio]")];
	return scale ? radios.find((radio) => radio.value === digit) : radios[Number(digit) - 1];
}

document.addEventListener("keydown", (event) => {
	const input = event.target;
	if (!/^[0-9]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey || input.type !== "radio")
		return;
	const question = input.closest("fieldset.sp-question");
	const radio = question && chosen(question, event.key);
	if (!radio)
		return;
	event.preventDefault();
	radio.checked = true;
	const next = questions[questions.indexOf(question) + 1];
	(next?.querySelector("input:checked, input, textarea") ?? document.querySelector(".sp-fill [type=submit]")).focus();
});
