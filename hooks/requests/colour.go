package requests

import "time"

// Colour is how a desk shows a promise: green while less than 70 % of its time
// is used, yellow after that, red when it is broken, grey when no clock runs.
func Colour(waitingFor string, submitted, due, now time.Time) string {
	switch {
	case waitingFor == "" || waitingFor == ForApplicant || due.IsZero():
		return "grey"
	case !now.Before(due):
		return "red"
	case now.Sub(submitted)*10 >= due.Sub(submitted)*7:
		return "yellow"
	}
	return "green"
}
