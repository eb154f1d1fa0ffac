package reports

import (
	"slices"
	"testing"
)

func TestTheStateOfAReportFollowsItsRequest(t *testing.T) {
	for _, c := range []struct {
		status            string
		forwarded, merged bool
		want              string
	}{
		{"submitted", false, false, New}, {"submitted", true, false, Forwarded},
		{"in_progress", false, false, Handling}, {"in_progress", true, false, Forwarded},
		{"returned", false, false, Handling}, {"returned", true, false, Forwarded},
		{"answered", true, false, Answered}, {"completed", true, false, Done},
		{"rejected", false, false, Refused}, {"rejected", true, true, Duplicate},
		{"cancelled", false, false, Refused}, {"expired", true, false, Refused},
	} {
		got := StateOf(c.status, c.forwarded, c.merged)
		if got != c.want || !slices.Contains(States, got) {
			t.Errorf("%+v is %s", c, got)
		}
		if IsOpen(got) != slices.Contains([]string{"submitted", "in_progress", "returned"}, c.status) {
			t.Errorf("%+v: open is %v", c, IsOpen(got))
		}
	}
}
