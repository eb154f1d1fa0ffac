package notify

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"github.com/pocketbase/pocketbase/core"
)

// widths is how many messages of a channel are on their way at once. Each
// channel has a lane of its own, so that a gateway that hangs holds up no mail.
var widths = map[string]int{ByPhone: 64, ByMail: 4, ByPush: 24}

// glance is how often a lane looks for more while some are on their way.
const glance = 50 * time.Millisecond

// lane sends the messages of one channel.
type lane struct {
	app     core.App
	channel string
	slots   chan struct{}
	results chan outcome
	now     func() time.Time
}

func newLane(app core.App, channel string, now func() time.Time) *lane {
	width := widths[channel]
	return &lane{app, channel, make(chan struct{}, width), make(chan outcome, width), now}
}

// run sends until nothing is due or ctx ends, and returns when all that was
// claimed is finished.
func (l *lane) run(ctx context.Context) {
	var saved sync.WaitGroup
	saved.Go(func() { l.save() })
	var sending sync.WaitGroup
	for ctx.Err() == nil {
		free := l.reserve(ctx)
		due, err := claim(l.app, l.channel, l.now(), free)
		if err != nil {
			l.app.Logger().Error("messages cannot be claimed", "channel", l.channel, "error", err)
		}
		for range free - len(due) {
			<-l.slots
		}
		for _, d := range due {
			sending.Go(func() {
				defer func() { <-l.slots }()
				l.results <- l.carefully(context.WithoutCancel(ctx), d)
			})
		}
		if len(due) > 0 {
			continue
		}
		if len(l.slots) == 0 {
			break
		}
		time.Sleep(glance) // a slow gateway has some of them; others may have come
	}
	sending.Wait()
	close(l.results)
	saved.Wait()
}

// reserve waits for a free slot and takes it with all others that are free.
func (l *lane) reserve(ctx context.Context) int {
	select {
	case l.slots <- struct{}{}:
	case <-ctx.Done():
		return 0
	}
	for free := 1; ; free++ {
		select {
		case l.slots <- struct{}{}:
		default:
			return free
		}
	}
}

// carefully keeps one message that nobody foresaw from ending the program.
func (l *lane) carefully(ctx context.Context, d delivery) (done outcome) {
	defer func() {
		if cause := recover(); cause != nil {
			l.app.Logger().Error("a message could not be sent", "delivery", d.ID, "error", fmt.Sprint(cause), "stack", string(debug.Stack()))
			done = settled(d, attempt{reason: "internal error"}, l.now())
		}
	}()
	return deliver(ctx, l.app, d, l.now())
}

// savedAtOnce bounds a transaction; usually it holds what came while the one
// before was written.
const savedAtOnce = 200

func (l *lane) save() {
	for done := range l.results {
		batch := []outcome{done}
	collect:
		for len(batch) < savedAtOnce {
			select {
			case another, more := <-l.results:
				if !more {
					break collect
				}
				batch = append(batch, another)
			default:
				break collect
			}
		}
		if err := finish(l.app, batch, l.now()); err != nil {
			// They stay marked as being sent; the next start puts them back.
			l.app.Logger().Error("what was sent is not written down", "channel", l.channel, "error", err)
		}
	}
}
