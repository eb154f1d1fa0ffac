// Package matrix_test asks, with everything that an archive holds, who sees and
// does what: cell by cell in the golden files, and on side ways.
package matrix_test

import (
	"testing"

	"mdesa/hooks"
	"mdesa/hooks/apptest"
)

// village is the whole program with the village of apptest in it.
type village struct {
	*apptest.App
	t testing.TB
}

// start gives a test a village of its own, so that tests run side by side.
func start(t testing.TB) village {
	t.Helper()
	if t, is := t.(*testing.T); is { // not a benchmark
		t.Parallel()
	}
	return alone(t)
}

// alone is [start] for a test with several villages.
func alone(t testing.TB) village {
	t.Helper()
	return village{apptest.New(t, hooks.Register), t}
}
