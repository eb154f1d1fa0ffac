package accounts_test

import (
	"testing"
	"time"
)

// tidy runs the timed job.
func (c counter) tidy() {
	c.t.Helper()
	for _, job := range c.Cron().Jobs() {
		if job.Id() == "accounts-sessions" {
			job.Run()
			return
		}
	}
	c.t.Fatal("no such job")
}

func TestTheLastUseIsWrittenDownByTheTimedJob(t *testing.T) {
	c := start(t)
	here := c.enters(c.Officer, "")
	id := here.id()
	c.ago(id, time.Hour, time.Hour)
	here.do("GET", path(c.Officer), nil).Want(200)
	if seen := c.session(id).GetDateTime("last_seen").Time(); time.Since(seen) < 50*time.Minute {
		t.Error("the request wrote to the database")
	}
	c.tidy()
	after := c.session(id)
	if seen := after.GetDateTime("last_seen").Time(); time.Since(seen) > time.Minute {
		t.Errorf("last seen %s", seen)
	}
	if ends := after.GetDateTime("ends_at").Time(); time.Until(ends) < 71*time.Hour {
		t.Errorf("ends at %s", ends)
	}
}

func TestWhatNobodyCameBackToIsEndedOnRecord(t *testing.T) {
	c := start(t)
	forgotten, used := c.enters(c.Resident, "?shared=1"), c.enters(c.Resident, "")
	id := forgotten.id()
	c.ago(id, 2*time.Hour, time.Hour)
	row := c.session(id)
	row.Set("ends_at", row.GetDateTime("last_seen").Add(15*time.Minute))
	c.save(row)
	c.tidy()
	if got := c.session(id); got.GetString("ended_by") != "idle" {
		t.Errorf("ended by %q", got.GetString("ended_by"))
	}
	used.do("GET", path(c.Resident), nil).Want(200)
}

func TestEndedSessionsAreForgottenAfterAYear(t *testing.T) {
	c := start(t)
	old, young := c.enters(c.Resident, ""), c.enters(c.Resident, "")
	ids := []string{old.id(), young.id()}
	for i, id := range ids {
		row := c.session(id)
		row.Set("ended_at", row.GetDateTime("created").Add(-time.Duration(2-i)*200*24*time.Hour))
		row.Set("ended_by", "self")
		c.save(row)
	}
	c.tidy()
	if _, err := c.FindRecordById("sessions", ids[0]); err == nil {
		t.Error("it is still there after 400 days")
	}
	c.session(ids[1])
}
