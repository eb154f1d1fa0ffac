// Asks the server to draw a service's letter with an invented case.

// draw answers with {pdf: Blob}, or with {message, places: [{place, message}]}.
// The SDK reads every answer as JSON, so this one goes around it.
export async function draw(fields, signal) {
  const answer = await fetch(app.pb.buildURL("/api/letters/preview"), {
    method: "POST", signal,
    headers: { "Content-Type": "application/json", Authorization: app.pb.authStore.token },
    body: JSON.stringify(fields),
  });
  if (answer.ok) return { pdf: await answer.blob() };
  const { message, places = [], data } = await answer.json();
  const fieldPlaces = Object.entries(data ?? {}).map(([place, { message }]) => ({ place, message }));
  return { message, places: places.length ? places : fieldPlaces };
}
