package accounts

import (
	"encoding/base64"
	"encoding/json"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/security"
)

// claimSession is the claim that names the session of a token.
const claimSession = "sid"

// withSession signs a token of PocketBase's again with the session's id added;
// all else, its end among it, stays. secret is the collection's for this kind of
// token.
func withSession(token, session string, login *core.Record, secret string) (string, error) {
	claims, err := security.ParseUnverifiedJWT(token) // it was made a moment ago
	if err != nil {
		return "", err
	}
	claims[claimSession] = session
	return security.NewJWT(claims, login.TokenKey()+secret, time.Minute) // its own exp wins
}

// sessionIn reads the session's id from a token whose signature PocketBase has
// verified. It is "" in a token from before there were sessions.
func sessionIn(token string) string {
	_, rest, _ := strings.Cut(token, ".")
	payload, _, _ := strings.Cut(rest, ".")
	raw, err := base64.RawURLEncoding.DecodeString(payload)
	if err != nil {
		return ""
	}
	var claims struct {
		Session string `json:"sid"`
	}
	_ = json.Unmarshal(raw, &claims) // what is not there stays empty
	return claims.Session
}

// tokenOf is the token that came with a request, as PocketBase reads it.
func tokenOf(e *core.RequestEvent) string {
	token := e.Request.Header.Get("Authorization")
	if len(token) > 7 && strings.EqualFold(token[:7], "Bearer ") {
		return token[7:]
	}
	return token
}
