// Package pages_test walks through the pages in Chromium, as people do.
package pages_test

import (
	"testing"

	"mdesa/hooks"
	"mdesa/hooks/apptest"
)

func TestMain(m *testing.M) { apptest.Main(m) }

// village is the whole program with the village of apptest in it.
type village struct {
	*apptest.App
	t testing.TB
}

// start gives a test a village of its own, so that tests run side by side.
func start(t *testing.T) village {
	t.Helper()
	t.Parallel()
	return village{apptest.New(t, hooks.Register), t}
}
