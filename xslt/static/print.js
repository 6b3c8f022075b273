// A button that prints the page is shown where scripts run: without them the browser's own menu does it.
for (const button of document.querySelectorAll("[data-print]")) {
	button.hidden = false;
	button.addEventListener("click", () => window.print());
}
