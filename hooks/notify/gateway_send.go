package notify

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"
)

const (
	// callTakes is the longest that one call to a provider may take.
	callTakes = 8 * time.Second
	// answerBytes is as much of an answer as is read.
	answerBytes = 64 << 10
)

func sendByPhone(ctx context.Context, app core.App, d delivery) attempt {
	number := International(d.Phone)
	if d.isReply() {
		number = d.ReplyTo
	}
	if number == "" {
		return attempt{final: true, reason: noAddress}
	}
	gateways, err := gatewaysOf(app)
	if err != nil || len(gateways) == 0 {
		return attempt{notTried: true, reason: noGateway, resting: longestRest}
	}
	if gateways = thoseFor(gateways, d.Wide || d.isReply()); len(gateways) == 0 {
		return attempt{unwanted: true, reason: whatsAppOnly}
	}
	health := healthOf(app)
	gateway, until, ok := health.choose(gateways, d.tried(), time.Now())
	if !ok {
		return attempt{notTried: true, reason: "every gateway rests", resting: until}
	}
	if pace := health.pace(gateway); pace != nil {
		if err := pace.Wait(ctx); err != nil {
			return attempt{notTried: true, reason: err.Error(), resting: time.Second}
		}
	}
	outside, problem := call(ctx, gateway, message{inForm(number, gateway.NumberForm), withLink(app, d), d.ID, gateway.Token})
	done := attempt{gateway: gateway.ID, outside: outside, ok: problem == nil}
	if problem == nil {
		health.note(gateway.ID, true, time.Now())
		return done
	}
	tried := maps.Clone(d.tried())
	done.reason, done.tried = problem.reason, tried
	if problem.ofMessage { // no fault of the provider: this number, this text
		tried[gateway.ID] += enoughOf
		done.final = everyOneTried(gateways, tried)
		return done
	}
	health.note(gateway.ID, false, time.Now())
	tried[gateway.ID]++
	return done
}

// withLink says where more is to be read.
func withLink(app core.App, d delivery) string {
	if _, address := officeOf(app); d.Link != "" && !d.isReply() && address != "" {
		return d.words() + "\n" + address + d.Link
	}
	return d.words()
}

func everyOneTried(gateways []Gateway, tried map[string]int) bool {
	for _, gateway := range gateways {
		if tried[gateway.ID] < enoughOf {
			return false
		}
	}
	return true
}

// problem is why a provider did not take a message. The reason carries nothing
// of the message: providers like to repeat the number.
type problem struct {
	reason    string
	ofMessage bool
}

// call hands one message to a provider, and gives what the provider calls it.
func call(ctx context.Context, gateway Gateway, m message) (outside string, wrong *problem) {
	ctx, cancel := context.WithTimeout(ctx, callTakes)
	defer cancel()
	request, err := requestTo(ctx, gateway, m)
	if err != nil {
		return "", &problem{reason: "the gateway's settings make no request"}
	}
	answer, err := gatewayClient.Do(request)
	if err != nil {
		return "", &problem{reason: "no answer: " + withoutAddress(err)}
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(answer.Body, answerBytes))
	if err != nil {
		return "", &problem{reason: "the answer broke off"}
	}
	return judge(gateway, answer.StatusCode, body)
}

func requestTo(ctx context.Context, gateway Gateway, m message) (*http.Request, error) {
	var body io.Reader
	if gateway.Method != http.MethodGet {
		body = bytes.NewReader([]byte(m.fill(gateway.Body, gateway.Encoding)))
	}
	request, err := http.NewRequestWithContext(ctx, gateway.Method, m.fill(gateway.URL, "form"), body)
	if err != nil {
		return nil, err
	}
	kind := "application/json"
	if gateway.Encoding == "form" {
		kind = "application/x-www-form-urlencoded"
	}
	request.Header.Set("Content-Type", kind)
	request.Header.Set("Idempotency-Key", m.id) // the same for every try, so that a provider knows it again
	for name, value := range gateway.Headers {
		request.Header.Set(name, m.fill(value, "header"))
	}
	return request, nil
}

// judge reads a provider's answer. Some say no with status 200.
func judge(gateway Gateway, status int, body []byte) (string, *problem) {
	reason := "the provider answered " + strconv.Itoa(status)
	switch {
	case status == http.StatusConflict:
		return "", nil // it knows this id: sent before
	case status >= 500, status == http.StatusTooManyRequests, status == http.StatusRequestTimeout,
		status == http.StatusUnauthorized, status == http.StatusForbidden, status == http.StatusNotFound,
		status == http.StatusPaymentRequired, status >= 300 && status < 400:
		return "", &problem{reason: reason}
	case status >= 400:
		return "", &problem{reason: refusedBy + ": " + strconv.Itoa(status), ofMessage: true}
	}
	var answer any
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	if err := decoder.Decode(&answer); err != nil && gateway.AcceptedPath != "" {
		return "", &problem{reason: "the provider's answer is no JSON"}
	}
	if gateway.AcceptedPath != "" && !isYes(at(answer, gateway.AcceptedPath)) {
		return "", &problem{reason: "the provider answered no"}
	}
	if gateway.IDPath == "" {
		return "", nil
	}
	return at(answer, gateway.IDPath), nil
}

// withoutAddress keeps keys and numbers that stand in an address out of the log.
func withoutAddress(err error) string {
	text := err.Error()
	if cause := strings.LastIndex(text, `": `); cause >= 0 {
		text = text[cause+3:]
	}
	return cut(text, 150)
}
