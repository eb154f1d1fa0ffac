package privacy

import (
	"testing"
	"time"
)

func TestSeventyTwoHoursGoOnOverTheWeekend(t *testing.T) {
	zone := time.FixedZone("WITA", 8*60*60)
	friday := time.Date(2026, 11, 20, 16, 45, 0, 0, zone) // the office closed two hours ago
	if due := Due(friday); !due.Equal(time.Date(2026, 11, 23, 16, 45, 0, 0, zone)) || due.Weekday() != time.Monday {
		t.Errorf("asked on Friday at 16.45, due %s", due.Format(time.RFC850))
	}
	nyepi := time.Date(2026, 3, 18, 9, 0, 0, 0, zone) // nobody leaves the house on the 19th
	if due := Due(nyepi); due.Day() != 21 || due.Hour() != 9 {
		t.Errorf("asked before Nyepi, due %s", due)
	}
}
