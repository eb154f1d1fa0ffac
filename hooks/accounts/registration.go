package accounts

import (
	"net/http"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"

	"mdesa/hooks/web"
)

// States of a registration.
const (
	waiting   = "waiting"
	confirmed = "confirmed"
	refused   = "refused"
	expired   = "expired"
)

// registrationLives is how long the office has to look at one.
const registrationLives = 30 * 24 * time.Hour

// How often one may register: six at once and 30 an hour, as a family shares a
// phone and a banjar hall an address. It keeps a single sender from filling the
// disk with photos. Nothing counts by NIK alone: a stranger could use that up for
// a neighbour.
var (
	perSender       = web.Limit{Name: "accounts.register", N: 6, Per: 12 * time.Minute}
	perNIKAndSender = web.Limit{Name: "accounts.register_nik", N: 4, Per: time.Hour}
)

// registerSelf takes down what somebody typed who wants a login. It answers the
// same, and does the same, whoever asks for whom: it never looks into the
// register nor at the logins there are. Whether the NIK exists, has a login or
// fits the name is first asked when the office opens the registration, see
// registration_list.go. So there is nothing that an answer or its time could
// give away.
func registerSelf(e *core.RequestEvent) error {
	sender := network(e.RealIP())
	if !perSender.Allow(e.App, sender) {
		return errTooManyTries
	}
	if err := receiveForm(e); err != nil {
		return err
	}
	defer dropForm(e)
	done, err := takeTurn(e)
	if err != nil {
		return err
	}
	defer done()
	form, err := readRegistration(e)
	if err != nil {
		return err
	}
	if !perNIKAndSender.Allow(e.App, form.NIK+" "+sender) {
		return errTooManyTries
	}
	hash, err := hashPassword(e.App, form.Password)
	if err != nil {
		return err
	}
	if err := makeRoomFor(e.App, len(form.photo)); err != nil {
		return err
	}
	registration, err := keepRegistration(e.App, form, hash)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{
		"code": showCode(registration.GetString("code")), "until": expiryOf(registration).UTC().Format(time.RFC3339),
	})
}

// keepRegistration writes it down. The same device asking again for the same NIK
// mends what is waiting instead of adding to the pile, and an answer that was
// lost on the way leads to the same receipt.
func keepRegistration(app core.App, form registrationForm, hash string) (*core.Record, error) {
	var registration *core.Record
	err := app.RunInTransaction(func(tx core.App) error {
		collection, err := tx.FindCachedCollectionByNameOrId("registrations")
		if err != nil {
			return err
		}
		registration, err = tx.FindFirstRecordByFilter(collection, "nik = {:nik} && device = {:device} && state = {:state}",
			map[string]any{"nik": form.NIK, "device": form.device(), "state": waiting})
		if err != nil {
			registration = core.NewRecord(collection)
			registration.Set("code", plainCode(newCode()))
			registration.Set("state", waiting)
		}
		registration.Load(map[string]any{
			"nik": form.NIK, "kk": form.KK, "name": form.Name, "birth_date": form.BirthDate,
			"email": form.Email, "phone": form.Phone, "language": form.Language, "device": form.device(),
		})
		registration.Set("password_hash", hash)
		photo, err := filesystem.NewFileFromBytes(form.photo, "ktp")
		if err != nil {
			return err
		}
		registration.Set("photo", photo)
		registration.Set("photo_size", len(form.photo))
		return tx.Save(registration)
	})
	if err != nil {
		return nil, err
	}
	return registration, web.KeepFile(app, registration, "photo")
}

// hashPassword is bcrypt at the cost of the accounts collection, as its own
// password field does it.
func hashPassword(app core.App, password string) (string, error) {
	collection, err := app.FindCachedCollectionByNameOrId("accounts")
	if err != nil {
		return "", err
	}
	login := core.NewRecord(collection)
	login.SetPassword(password)
	hashed, ok := login.GetRaw(core.FieldNamePassword).(*core.PasswordFieldValue)
	if !ok || hashed.LastError != nil || hashed.Hash == "" {
		return "", errWeak
	}
	return hashed.Hash, nil
}

func expiryOf(registration *core.Record) time.Time {
	return registration.GetDateTime("created").Time().Add(registrationLives)
}
