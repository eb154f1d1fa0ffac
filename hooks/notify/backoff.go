package notify

import "time"

const (
	firstPause   = 10 * time.Second
	longestPause = time.Hour
	// mostTries spreads over some four hours; by then the office should look at
	// its gateway.
	mostTries = 12
	// tooLate is when a message no longer says anything that is still so.
	tooLate = 72 * time.Hour
)

// backoff is the pause after the nth failure: twice as long each time, and up to
// a half shorter or longer, so that all that failed together does not come back
// together. chance is between 0 and 1.
func backoff(n int, chance float64) time.Duration {
	pause := longestPause
	if n < 10 {
		pause = min(firstPause<<(max(n, 1)-1), longestPause)
	}
	return time.Duration(float64(pause) * (0.5 + chance))
}
