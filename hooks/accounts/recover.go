package accounts

import (
	"net/http"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/web"
)

const (
	// recoveryLives is how long a mailed code works; recoveryRests how long it is
	// left alone, so that nobody who asks again and again spoils the code that its
	// owner is just typing.
	recoveryLives = 30 * time.Minute
	recoveryRests = 10 * time.Minute
)

// How often codes are asked for. By address they are refused openly, which is the
// same for every NIK. By account they are dropped in silence, as the answer must
// not tell that there is one; the owner's own phone counts apart, so that a
// stranger who uses the mailbox's budget up does not use up the owner's.
var (
	perAsker        = web.Limit{Name: "accounts.recover", N: 20, Per: time.Hour}
	perNIKAndAsker  = web.Limit{Name: "accounts.recover_nik", N: 5, Per: time.Hour}
	mailsPerAccount = web.Limit{Name: "accounts.recover_mail", N: 5, Per: 24 * time.Hour}
	mailsPerDevice  = web.Limit{Name: "accounts.recover_device", N: 5, Per: 24 * time.Hour}
)

var recoverySubject = words{"Kode untuk kata sandi baru", "Code for a new password"}

var recoveryBody = words{
	"Seseorang, mungkin Anda, meminta kata sandi baru untuk akun M-Desa.\n\nKode sekali pakai: {code}\nBerlaku 30 menit.\n\n" +
		"Buka {address}/aktivasi, tulis NIK dan kode ini, lalu buat kata sandi baru.\n\n" +
		"Bila bukan Anda, abaikan pesan ini: kata sandi lama tetap berlaku.",
	"Somebody, maybe you, asked for a new password of an M-Desa login.\n\nOne-time code: {code}\nIt works for 30 minutes.\n\n" +
		"Open {address}/aktivasi, write your NIK and this code, and choose a new password.\n\n" +
		"If it was not you, do nothing: the old password goes on working.",
}

// recoveryWays answers GET /api/accounts/recover: whether this office can send
// mail at all.
func recoveryWays(e *core.RequestEvent) error {
	return e.JSON(http.StatusOK, map[string]any{"mail": hasMail(e.App)})
}

// recoverAccess answers everyone alike and at once: whether there is such a
// login, whether it has an e-mail, and the mail itself, are looked after when
// the answer has gone.
func recoverAccess(e *core.RequestEvent) error {
	asked := struct {
		NIK string `json:"nik"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errActivate.Because(err)
	}
	nik, asker := onlyDigits(asked.NIK), network(e.RealIP())
	if !perAsker.Allow(e.App, asker) || !perNIKAndAsker.Allow(e.App, nik+" "+asker) {
		return errTooManyTries
	}
	now := deviceOf(e)
	app := e.App
	inBackground(app, func() {
		if err := mailCode(app, nik, now); err != nil {
			app.Logger().Error("a recovery code was not made", "error", err)
		}
	})
	return e.JSON(http.StatusOK, map[string]any{"mail": hasMail(app), "minutes": int(recoveryLives.Minutes())})
}

// mailCode makes a code for an active login with a confirmed e-mail and sends
// it. The code works in the activation, beside one from the counter.
func mailCode(app core.App, nik string, now device) error {
	if !hasMail(app) {
		return nil
	}
	var account *core.Record
	code := newCode()
	err := app.RunInTransaction(func(tx core.App) error {
		found, err := tx.FindFirstRecordByData("accounts", "nik", nik)
		if err != nil || !mayRecover(tx, found, now) {
			return nil
		}
		until, err := types.ParseDateTime(time.Now().UTC().Add(recoveryLives))
		if err != nil {
			return err
		}
		found.Set("recovery_hash", hashCode(found.Id, code))
		found.Set("recovery_until", until)
		account = found
		return tx.Save(found)
	})
	if err != nil || account == nil {
		return err
	}
	post(app, account.GetString("mail"), account.GetString("language"), recoverySubject, recoveryBody, map[string]string{"code": code})
	return nil
}

func mayRecover(app core.App, account *core.Record, now device) bool {
	made := account.GetDateTime("recovery_until").Time().Add(-recoveryLives)
	if account.GetString("mail") == "" || !account.GetBool("active") || account.GetDateTime("activated_at").IsZero() ||
		time.Since(made) < recoveryRests {
		return false
	}
	if now.knows(account) {
		return mailsPerDevice.Allow(app, now.budget(account))
	}
	return mailsPerAccount.Allow(app, account.Id)
}
