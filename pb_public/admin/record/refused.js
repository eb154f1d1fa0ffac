// Brings the first refused field into view. The stock form marks it and shows
// the server's text below it, but a service's form is many screens long.
watch(
  () => JSON.stringify(app.store.errors),
  (errors) => {
    if (!errors || errors === "null" || errors === "{}") return;
    setTimeout(() => { // after the stock form has marked its fields
      const form = app.modals.getTop()?.querySelector(".modal-content");
      form?.querySelector("[data-error]")?.closest(".record-field-input")?.scrollIntoView({ block: "center" });
    });
  },
);
