package audit_test

import (
	"errors"
	"sync"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

func TestManyReadersAtOnceMakeOneChain(t *testing.T) {
	const readers, looks = 8, 50
	w := start(t)
	var all sync.WaitGroup
	for range readers {
		all.Go(func() {
			for i := range looks {
				audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
				if i%10 == 0 {
					if err := audit.Flush(w); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	all.Wait()
	if chain := w.check(); chain.Break != nil || chain.Rows != readers*looks {
		t.Errorf("%+v", chain)
	}
	if left := killed(w); left != "" {
		t.Errorf("left in the journal: %d bytes", len(left))
	}
}

// A transaction that reads leaves its trail even if it is rolled back: it was seen.
func TestWhatATransactionShowedIsNoted(t *testing.T) {
	w := start(t)
	err := w.RunInTransaction(func(tx core.App) error {
		audit.Seen(tx, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
		return apptest.ErrOnPurpose
	})
	if !errors.Is(err, apptest.ErrOnPurpose) {
		t.Fatal(err)
	}
	w.only(w.Wayan, map[string]any{"what": "view"})
}
