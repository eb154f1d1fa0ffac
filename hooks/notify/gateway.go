package notify

import (
	"cmp"
	"encoding/json"
	"slices"
	"sync"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"golang.org/x/time/rate"

	"mdesa/hooks/web"
)

// Gateway is one provider's way to send WhatsApp messages or SMS over HTTP. See
// recipes.go for how three of them are set up.
type Gateway struct {
	ID, Name      string
	Kind          string // "whatsapp" or "sms"
	Priority      int
	Method, URL   string
	Headers       map[string]string
	Body          string
	Encoding      string // "json" or "form"
	NumberForm    string
	Token, Secret string
	AcceptedPath  string
	IDPath        string
	PerSecond     int
	Signing       string
	Header        string // that carries the signature
	Callback      Callback
}

// Callback says where a provider's callbacks say what; each is a path into the
// JSON or a name of the form.
type Callback struct {
	ID        string   `json:"id"`    // the message, as the provider or we call it
	State     string   `json:"state"` // what became of it
	Delivered []string `json:"delivered"`
	Failed    []string `json:"failed"`
	From      string   `json:"from"` // of a message that came in
	Text      string   `json:"text"`
}

func gatewayMemory(app core.App) *web.Remembered[[]Gateway] {
	return web.Memory[[]Gateway](app, "notify.gateways")
}

func forgetGateways(e *core.RecordEvent) error { return gatewayMemory(e.App).WhileWriting(e) }

// gatewaysOf are the active gateways, in the order in which they are asked.
func gatewaysOf(app core.App) ([]Gateway, error) {
	read, err := gatewayMemory(app).Get(app, func(app core.App) (*[]Gateway, error) {
		records, err := app.FindAllRecords("gateways")
		if err != nil {
			return nil, err
		}
		var active []Gateway
		for _, record := range records {
			if record.GetBool("active") {
				active = append(active, gatewayFrom(record))
			}
		}
		slices.SortFunc(active, func(a, b Gateway) int {
			return cmp.Or(cmp.Compare(a.Priority, b.Priority), cmp.Compare(a.Name, b.Name))
		})
		return &active, nil
	})
	if err != nil {
		return nil, err
	}
	return *read, nil
}

// thoseFor are the gateways that a consent is for: all for a wide one, WhatsApp
// for an older one that named nothing else.
func thoseFor(gateways []Gateway, wide bool) []Gateway {
	if wide {
		return gateways
	}
	return slices.DeleteFunc(slices.Clone(gateways), func(g Gateway) bool { return g.Kind != byWhatsApp })
}

func gatewayFrom(record *core.Record) Gateway {
	gateway := Gateway{
		ID: record.Id, Name: record.GetString("name"), Kind: record.GetString("channel"), Priority: record.GetInt("priority"),
		Method: cmp.Or(record.GetString("method"), "POST"), URL: record.GetString("url"), Body: record.GetString("body"),
		Encoding: record.GetString("encoding"), NumberForm: record.GetString("number_form"),
		Token: record.GetString("token"), Secret: record.GetString("secret"),
		AcceptedPath: record.GetString("accepted_path"), IDPath: record.GetString("id_path"),
		PerSecond: record.GetInt("per_second"), Signing: record.GetString("signing"), Header: record.GetString("signature_header"),
		Headers: map[string]string{},
	}
	_ = json.Unmarshal([]byte(record.GetString("headers")), &gateway.Headers) // checked when it was saved
	_ = json.Unmarshal([]byte(record.GetString("callback")), &gateway.Callback)
	return gateway
}

// health is how each gateway did lately. It is kept in memory: a restart asks
// all of them again.
type health struct {
	mu     sync.Mutex
	states map[string]*gatewayState
}

type gatewayState struct {
	failures int // in a row
	rests    time.Time
	limit    *rate.Limiter
	limitOf  int
}

func healthOf(app core.App) *health {
	return app.Store().GetOrSet("notify.health", func() any { return &health{states: map[string]*gatewayState{}} }).(*health)
}

const (
	// restAfter failures in a row a gateway rests, so that the next one is asked.
	restAfter   = 5
	shortRest   = time.Minute
	longestRest = 30 * time.Minute
	// enoughOf one gateway for one message: the next provider may have more luck.
	enoughOf = 2
)

func (h *health) of(id string) *gatewayState {
	if h.states[id] == nil {
		h.states[id] = &gatewayState{}
	}
	return h.states[id]
}

// note counts how a gateway did.
func (h *health) note(id string, ok bool, now time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	state := h.of(id)
	if ok {
		state.failures, state.rests = 0, time.Time{}
		return
	}
	state.failures++
	if state.failures >= restAfter {
		rest := shortRest << min(state.failures-restAfter, 10)
		state.rests = now.Add(min(rest, longestRest))
	}
}

// choose finds the gateway for a message: the first that does not rest and did
// not fail it often enough; else the first that does not rest. ok is false when
// all rest, for as long as until says.
func (h *health) choose(gateways []Gateway, tried map[string]int, now time.Time) (chosen Gateway, until time.Duration, ok bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	var fit, awake []Gateway
	until = longestRest
	for _, gateway := range gateways {
		if rests := h.of(gateway.ID).rests; rests.After(now) {
			until = min(until, rests.Sub(now))
			continue
		}
		awake = append(awake, gateway)
		if tried[gateway.ID] < enoughOf {
			fit = append(fit, gateway)
		}
	}
	switch {
	case len(fit) > 0:
		return fit[0], 0, true
	case len(awake) > 0:
		return slices.MinFunc(awake, func(a, b Gateway) int { return tried[a.ID] - tried[b.ID] }), 0, true
	}
	return Gateway{}, until, false
}

// restsUntil is until when a gateway is not asked.
func (h *health) restsUntil(id string) time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.of(id).rests
}

// wakeAll asks every gateway again.
func (h *health) wakeAll() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, state := range h.states {
		state.failures, state.rests = 0, time.Time{}
	}
}

// pace is how fast a gateway may be asked; nil for as fast as it answers.
func (h *health) pace(gateway Gateway) *rate.Limiter {
	if gateway.PerSecond <= 0 {
		return nil
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	state := h.of(gateway.ID)
	if state.limit == nil || state.limitOf != gateway.PerSecond {
		state.limit, state.limitOf = rate.NewLimiter(rate.Limit(gateway.PerSecond), 1), gateway.PerSecond
	}
	return state.limit
}
