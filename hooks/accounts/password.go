package accounts

import (
	"net/http"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/subscriptions"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errChangePassword = fault.New(fault.Forbidden, "account.change_password",
		"Kata sandi Anda dibuat oleh orang lain. Ganti dulu dengan kata sandi yang hanya Anda ketahui.",
		"Your password was set by somebody else. First replace it with one that only you know.")
	errOldPassword = fault.New(fault.Invalid, "account.old_password",
		"Kata sandi lama tidak cocok. Periksa lagi.",
		"The old password does not match. Please check it.")
	errPasswordShort = fault.New(fault.Invalid, "account.password_short",
		"Kata sandi paling sedikit {n} huruf, angka, atau tanda.",
		"The password needs at least {n} characters.")
	errPasswordLong = fault.New(fault.Invalid, "account.password_long",
		"Kata sandi terlalu panjang: paling banyak 71 huruf.",
		"The password is too long: at most 71 characters.")
	errPasswordCommon = fault.New(fault.Invalid, "account.password_common",
		"Kata sandi ini terlalu sering dipakai orang dan mudah ditebak. Pilih yang lain, misalnya tiga kata yang tidak berhubungan.",
		"Many people use this password; it is easy to guess. Choose another, such as three words that have nothing to do with each other.")
	errPasswordName = fault.New(fault.Invalid, "account.password_name",
		"Kata sandi tidak boleh sama dengan nama, nama pengguna, atau NIK Anda.",
		"The password must not be your name, user name or NIK.")
	errPasswordSame = fault.New(fault.Invalid, "account.password_same",
		"Kata sandi baru harus berbeda dari yang lama.",
		"The new password must differ from the old one.")
)

// perOwner counts tries at one's own password, so that a device left open does
// not tell it.
var perOwner = web.Limit{Name: "accounts.own_password", N: 8, Per: 15 * time.Minute}

// checkPassword refuses a new password that is easy to guess, whoever sets it.
func checkPassword(e *core.RecordEvent) error {
	plain := e.Record.GetString("password") // only there while it is being set
	if plain == "" {
		return e.Next()
	}
	if refused := passwordFault(e.Record, plain); refused != nil {
		return refused.At("password", refused)
	}
	return e.Next()
}

func passwordFault(login *core.Record, plain string) *fault.Fault {
	shortest := shortestOfResidents
	if ofStaff(login) {
		shortest = shortestOfStaff
	}
	names := []string{login.GetString("name"), login.GetString("username"), login.GetString("nik")}
	switch weakness(plain, shortest, names...) {
	case "short":
		return errPasswordShort.With("n", shortest)
	case "long":
		return errPasswordLong
	case "common":
		return errPasswordCommon
	case "name":
		return errPasswordName
	}
	// A resident may set the same again: at the counter, having forgotten it.
	if ofStaff(login) && !login.IsNew() && login.Original().ValidatePassword(plain) {
		return errPasswordSame
	}
	return nil
}

func ofStaff(login *core.Record) bool { return login.Collection().Name == "officers" }

// askForOwnPassword marks a password that an admin has set, until its owner
// replaces it.
func askForOwnPassword(e *core.RecordRequestEvent) error {
	set := e.Record.GetString("password") != ""
	switch {
	case e.HasSuperuserAuth():
		if set {
			e.Record.Set("change_password", true)
		}
	case set:
		e.Record.Set("change_password", false)
	case e.Record.GetBool("change_password"):
		return errChangePassword
	}
	return e.Next()
}

// silenceForced ends the news for a login that must change its password, too.
func silenceForced(e *core.RecordEvent) error {
	if e.Record.GetBool("change_password") {
		silence(e.App, func(client subscriptions.Client) bool {
			auth, _ := client.Get(apis.RealtimeClientAuthKey).(*core.Record)
			return auth != nil && auth.Id == e.Record.Id
		})
	}
	return e.Next()
}

// opensToForced is what a login may do that must change its password first: do
// so, see itself, renew its token, leave; and load what surrounds the page.
func opensToForced(e *core.RequestEvent) bool {
	path, get := e.Request.URL.Path, e.Request.Method == http.MethodGet
	if !strings.HasPrefix(path, "/api/") || path == "/api/me/password" || path == "/api/me/logout" {
		return true
	}
	pattern := e.Request.Pattern
	collection, id := e.Request.PathValue("collection"), e.Request.PathValue("id")
	switch {
	case strings.HasSuffix(pattern, "/{collection}/auth-refresh"), strings.Contains(pattern, "/{collection}/auth-with-"):
		return true
	case !strings.HasSuffix(pattern, "/{collection}/records/{id}"):
		return false
	case collection == "office":
		return get
	}
	ofOwn := collection == e.Auth.Collection().Name || collection == e.Auth.Collection().Id
	return ofOwn && id == e.Auth.Id && (get || e.Request.Method == http.MethodPatch)
}

// changePassword answers POST /api/me/password {old, password} like a login: all
// other sessions end, this one goes on with a new token.
func changePassword(e *core.RequestEvent) error {
	asked := struct {
		Old      string `json:"old"`
		Password string `json:"password"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errOldPassword.Because(err)
	}
	login, err := confirmOwner(e, "old", asked.Old)
	if err != nil {
		return err
	}
	if asked.Password == "" { // which the record would read as "unchanged"
		refused := passwordFault(login, "")
		return refused.At("password", refused)
	}
	login.SetPassword(asked.Password)
	if ofStaff(login) {
		login.Set("change_password", false)
	}
	if err := e.App.Save(login); err != nil {
		return err
	}
	return apis.RecordAuthResponse(e, login, "", nil)
}

func mayTryOwn(e *core.RequestEvent) bool {
	return perOwner.Allow(e.App, e.Auth.Id+" "+network(e.RealIP()))
}

// countOwnTries counts the tries that PocketBase's own way to a new password
// gives, which asks for the old one, too.
func countOwnTries(e *core.RecordRequestEvent) error {
	if e.Auth == nil || e.Auth.IsSuperuser() {
		return e.Next()
	}
	info, err := e.RequestInfo()
	if err != nil {
		return err
	}
	for _, field := range []string{"oldPassword", "password", "passwordConfirm"} {
		if info.Body[field] == nil {
			continue
		}
		if !mayTryOwn(e.RequestEvent) {
			return errTooManyTries
		}
		break
	}
	return e.Next()
}

// confirmOwner asks whoever sits there for the password once more, and gives
// their login, read again.
func confirmOwner(e *core.RequestEvent, field, password string) (*core.Record, error) {
	if !mayTryOwn(e) {
		return nil, errTooManyTries
	}
	login, err := e.App.FindRecordById(e.Auth.Collection(), e.Auth.Id)
	if err != nil {
		return nil, err
	}
	if !login.ValidatePassword(password) {
		return nil, errOldPassword.At(field, errOldPassword)
	}
	return login, nil
}
