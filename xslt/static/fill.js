// Typing answers from paper: an answer's number chooses it, and the next question is waited for. Arrow keys and Tab do what they always do.
const questions = [...document.querySelectorAll(".sp-fill fieldset.sp-question")];
// How long a number that may become longer (1, 10) is waited for.
const patience = 700;
// What is typed of a number: { question, digits, timer }.
let typed = null;

const fields = "input:not([type=hidden]), textarea";

// The answers that have a number: on a scale its value, else 1, 2, ... from the first. "Would rather not" has none.
function numbered(question) {
	const scale = [...question.querySelectorAll(".sp-numbers input")];
	if (scale.length > 0)
		return new Map(scale.map((input) => [input.value, input]));
	const replies = [...question.querySelectorAll(".sp-reply:not(.sp-reply--quiet) input")];
	return new Map(replies.map((input, i) => [String(i + 1), input]));
}

function isTicks(question) {
	return question.querySelector("input[type=checkbox]") !== null;
}

// Where typing begins in a question: at the answer that stands, else at its first.
function enter(question) {
	const first = question.querySelector(fields);
	const stands = first.type === "radio" ? question.querySelector("input:checked") : null;
	(stands ?? first).focus({ preventScroll: true });
	question.scrollIntoView({ block: "nearest" });
}

function goOn(question) {
	const next = questions[questions.indexOf(question) + 1];
	if (next)
		enter(next);
	else
		document.querySelector(".sp-fill [type=submit]").focus();
}

// The number is whole: ticks are turned; of other answers it is chosen already, and the next question's turn.
function settle(on) {
	if (!typed)
		return;
	const { question, digits, timer } = typed;
	typed = null;
	clearTimeout(timer);
	if (isTicks(question))
		numbered(question).get(digits)?.click();
	else if (on)
		goOn(question);
}

// A digit: true where it chose, or began to.
function type(question, digit) {
	const answers = numbered(question);
	const digits = (typed?.question === question ? typed.digits : "") + digit;
	const answer = answers.get(digits);
	if (!answer && typed) {
		// No such number: the first was whole, and this digit is the next question's.
		settle(true);
		const next = document.activeElement.closest("fieldset.sp-question");
		return next !== null && type(next, digit);
	}
	if (!answer)
		return false;
	clearTimeout(typed?.timer);
	if (answer.type === "radio")
		answer.checked = true;
	typed = { question, digits, timer: 0 };
	if ([...answers.keys()].some((number) => number.length > digits.length && number.startsWith(digits)))
		typed.timer = setTimeout(() => settle(question.contains(document.activeElement)), patience);
	else
		settle(true);
	return true;
}

document.addEventListener("keydown", (event) => {
	const input = event.target;
	const question = input.closest?.("fieldset.sp-question");
	if (!question || event.ctrlKey || event.altKey || event.metaKey)
		return;
	if (event.key === "Enter" && input.tagName === "INPUT") {
		event.preventDefault();
		const waited = typed && !isTicks(question);
		settle(true);
		if (!waited)
			goOn(question);
	} else if (/^[0-9]$/.test(event.key) && (input.type === "radio" || input.type === "checkbox")) {
		if (type(question, event.key))
			event.preventDefault();
	} else if (event.key !== "Shift") {
		settle(false);
	}
});

// On arrival at the first that is not answered; what was refused is read first.
function isAnswered(question) {
	return [...question.querySelectorAll(fields)].some((input) => input.type === "radio" || input.type === "checkbox" ? input.checked : input.value !== "");
}

if (questions.length > 0 && !document.querySelector("[data-keep=errors], [data-keep=conflict]"))
	enter(questions.find((question) => !isAnswered(question)) ?? questions[0]);
