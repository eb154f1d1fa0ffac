package accounts

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"
	"github.com/pocketbase/pocketbase/tools/router"

	"mdesa/hooks/fault"
)

var errSessionEnded = fault.New(fault.Unauthenticated, "account.session_ended",
	"Sesi Anda sudah berakhir. Silakan masuk lagi.",
	"Your session has ended. Please log in again.")

// guard stands right behind PocketBase's own reading of the token.
var guard = &hook.Handler[*core.RequestEvent]{
	Id:       "mdesaSessions",
	Priority: apis.DefaultLoadAuthTokenMiddlewarePriority + 1,
	Func:     heedSession,
}

// keySession is where a request keeps its session.
const keySession = "mdesaSession"

// session is the one that a request came with.
type session struct {
	id string
	*live
}

// sessionOf is nil for guests and superusers, whose tokens are left to PocketBase.
func sessionOf(e *core.RequestEvent) *session {
	s, _ := e.Get(keySession).(*session)
	return s
}

// heedSession lets a token count only while its session is open. The way of
// every request leads through here: it looks into memory and nowhere else.
func heedSession(e *core.RequestEvent) error {
	if e.Auth == nil && sessionIn(tokenOf(e)) != "" {
		return asGuest(e, errSessionEnded) // one of ours that a new password or the clock has made worthless
	}
	if e.Auth == nil || e.Auth.IsSuperuser() {
		return e.Next()
	}
	now := time.Now()
	refused, err := enter(e, now)
	if err != nil {
		return err
	}
	if refused != nil {
		return asGuest(e, refused)
	}
	if e.Auth.GetBool("change_password") && !opensToForced(e) {
		return errChangePassword
	}
	return e.Next()
}

// enter finds the session of a request and notes that it is in use.
func enter(e *core.RequestEvent, now time.Time) (refused *fault.Fault, err error) {
	id := sessionIn(tokenOf(e))
	if id == "" {
		return errSessionEnded, nil // from before there were sessions
	}
	s, err := sessionsOf(e.App).find(e.App, id)
	if err != nil {
		return nil, err
	}
	if s.login != e.Auth.Id || s.over(now) {
		return errSessionEnded, nil
	}
	if refused := outsideTerm(e.App, e.Auth); refused != nil {
		return refused, nil
	}
	if !strings.HasPrefix(e.Request.URL.Path, "/api/realtime") { // reconnects by itself, with nobody there
		s.seen.Store(now.Unix())
	}
	e.Set(keySession, &session{id, s})
	return nil, nil
}

// asGuest answers a token that no longer counts. What anybody may see goes on;
// where only a login helps, its owner is told why it doesn't. A list of one's own
// would be empty for a guest, which is no answer: it is refused at once.
func asGuest(e *core.RequestEvent, refused *fault.Fault) error {
	e.Auth = nil
	if onlyForOwners(e) {
		return refused
	}
	err := e.Next()
	if err != nil && !e.Written() && asksForLogin(err) && !strings.Contains(e.Request.Pattern, "/auth-with-") {
		return refused
	}
	return err
}

func onlyForOwners(e *core.RequestEvent) bool {
	if strings.HasPrefix(e.Request.URL.Path, "/api/realtime") {
		return true
	}
	if !strings.Contains(e.Request.Pattern, "/{collection}/records") {
		return false
	}
	collection, err := e.App.FindCachedCollectionByNameOrId(e.Request.PathValue("collection"))
	return err == nil && !(forAnyone(collection.ListRule) && forAnyone(collection.ViewRule))
}

func forAnyone(rule *string) bool { return rule != nil && !strings.Contains(*rule, "@request.auth") }

func asksForLogin(err error) bool {
	var told *fault.Fault
	if errors.As(err, &told) {
		return told.Code == fault.Unauthenticated || told.Code == fault.Forbidden
	}
	var api *router.ApiError
	return errors.As(err, &api) && (api.Status == http.StatusUnauthorized || api.Status == http.StatusForbidden)
}

// refuseOldFileToken turns away the token of a session that has ended since.
// PocketBase has checked its signature; its two minutes may not be over.
func refuseOldFileToken(e *core.FileDownloadRequestEvent) error {
	token := e.Request.URL.Query().Get("token")
	if !e.FileField.Protected || token == "" {
		return e.Next()
	}
	login, err := e.App.FindAuthRecordByToken(token, core.TokenTypeFile)
	if err != nil || login.IsSuperuser() {
		return e.Next() // a guest, or PocketBase's own
	}
	s, err := sessionsOf(e.App).find(e.App, sessionIn(token))
	if err != nil {
		return err
	}
	if s.login != login.Id || s.over(time.Now()) || outsideTerm(e.App, login) != nil {
		return errSessionEnded
	}
	return e.Next()
}
