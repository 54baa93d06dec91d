// Workbooks dropped on the form are put into its file field; nothing is sent by it.
"use strict";
for (const zone of document.querySelectorAll("[data-drop]")) {
  const field = zone.querySelector("input[type=file]");
  const list = zone.querySelector("[data-chosen]");
  for (const hint of zone.querySelectorAll("[data-only-with-script]")) hint.hidden = false;

  const show = () => {
    list.replaceChildren(...Array.from(field.files, (file) => {
      const item = document.createElement("li");
      item.textContent = file.name;
      return item;
    }));
  };
  const mark = (isOver) => zone.classList.toggle("over", isOver);

  field.addEventListener("change", show);
  zone.addEventListener("dragover", () => mark(true));
  zone.addEventListener("dragleave", () => mark(false));
  zone.addEventListener("drop", (event) => {
    mark(false);
    if (event.dataTransfer.files.length === 0) return;
    field.files = event.dataTransfer.files;
    show();
    field.focus();
  });
  // A file that misses the form would otherwise take the place of the page.
  for (const name of ["dragover", "drop"]) {
    window.addEventListener(name, (event) => {
      if (event.dataTransfer.types.includes("Files")) event.preventDefault();
    });
  }
  show();
}
