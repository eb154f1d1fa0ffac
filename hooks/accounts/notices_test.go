package accounts_test

import (
	"context"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/notify"
)

func TestTheDeskHearsOfRegistrationsOnceUntilItLooks(t *testing.T) {
	c := start(t)
	told := func(who *core.Record) int {
		t.Helper()
		if err := notify.Work(context.Background(), c.App, time.Now()); err != nil {
			t.Fatal(err)
		}
		n, err := c.CountRecords("notices", dbx.HashExp{"officer": who.Id, "key": "registration.waiting"})
		if err != nil {
			t.Fatal(err)
		}
		return int(n)
	}
	c.registers(claim()).Want(200)
	for name, who := range map[string]*core.Record{"the desk": c.Officer, "the hamlet head": c.HeadOfKelod} {
		if n := told(who); n != 1 {
			t.Errorf("%s was told %d times", name, n)
		}
	}
	for name, who := range map[string]*core.Record{"another hamlet's head": c.HeadOfKaja, "the auditor": c.Auditor} {
		if n := told(who); n != 0 {
			t.Errorf("%s was told %d times", name, n)
		}
	}
	c.registers(but(claim(), "device", "telepon-lain-lagi-22")).Want(200)
	if n := told(c.Officer); n != 1 {
		t.Errorf("the desk was told %d times of what it has not looked at", n)
	}
}
