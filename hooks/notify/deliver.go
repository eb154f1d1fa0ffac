package notify

import (
	"context"
	"math/rand/v2"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// attempt is what a channel says of one try.
type attempt struct {
	ok       bool
	final    bool // trying again is of no use
	reason   string
	gateway  string
	outside  string
	tried    map[string]int
	resting  time.Duration // nobody could be asked; ask again after this while
	notTried bool
	unwanted bool // the person did not agree to the ways that are left
}

// deliver sends one message and says what became of it. It holds no transaction
// while it calls out.
func deliver(ctx context.Context, app core.App, d delivery, at time.Time) outcome {
	done := outcome{delivery: d, state: Dropped}
	if reason := holdsBack(d, at); reason != "" {
		done.reason = reason
		return done
	}
	if d.isReply() { // was asked for this minute, at whatever hour
		d.Urgency = Emergency
	}
	silence, err := calendarOf(app)
	if err == nil {
		if next := silence.leaves(at, d.Urgency, d.quiet(), d.ID); next.After(at) {
			done.state, done.next, done.waited = Queued, next, true
			return done
		}
	}
	return settled(d, send(ctx, app, d), at)
}

// holdsBack is the reason why a message is not sent any more.
func holdsBack(d delivery, at time.Time) string {
	queued, err := types.ParseDateTime(d.At)
	switch {
	case d.isReply():
		if err == nil && at.Sub(queued.Time()) > tooLate { // an answer of last week says what is no longer so
			return late
		}
		return ""
	case d.Notice == "" || d.Text == "":
		return unreadable
	case !d.Living:
		return notActive
	case !d.Agreed:
		return withdrawn
	case err == nil && d.Urgency != Emergency && at.Sub(queued.Time()) > tooLate:
		return late
	}
	return ""
}

func send(ctx context.Context, app core.App, d delivery) attempt {
	switch d.Channel {
	case ByPhone:
		return sendByPhone(ctx, app, d)
	case ByMail:
		return sendByMail(app, d)
	default:
		return sendByPush(ctx, app, d)
	}
}

// settled decides what follows from an attempt.
func settled(d delivery, tried attempt, at time.Time) outcome {
	done := outcome{delivery: d, reason: tried.reason, gateway: tried.gateway, outside: tried.outside, tried: tried.tried, waited: tried.notTried}
	switch {
	case tried.ok:
		done.state = Sent
	case tried.notTried:
		done.state, done.next = Queued, at.Add(tried.resting)
	case tried.unwanted:
		done.state = Dropped
	case tried.final:
		done.state = Failed
	case d.Attempts+1 >= mostTries:
		done.state, done.reason = Failed, givenUp+": "+tried.reason
	default:
		done.state, done.next = Queued, at.Add(backoff(d.Attempts+1, rand.Float64()))
	}
	return done
}
