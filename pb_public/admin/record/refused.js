// Brings the first refusal into view. The stock form marks the field and shows
// the server's text below it, but a service's form is many screens long.
watch(
  () => JSON.stringify(app.store.errors),
  (errors) => {
    if (!errors || errors === "null" || errors === "{}") return;
    setTimeout(() => { // after the stock form has marked its fields
      app.modals.getTop()?.querySelector(".generated-error")?.scrollIntoView({ block: "center" });
    });
  },
);
