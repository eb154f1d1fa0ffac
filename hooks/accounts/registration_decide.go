package accounts

import (
	"net/http"
	"slices"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var (
	errNoSuchRegistration = fault.New(fault.NotFound, "registration.not_there",
		"Pendaftaran ini tidak ditemukan, atau bukan warga wilayah Anda.",
		"There is no such registration, or it is none of your hamlets'.")
	errRegistrationDecided = fault.New(fault.Conflict, "registration.decided",
		"Pendaftaran ini sudah diputuskan. Muat ulang halaman.",
		"This registration has been decided already. Load the page again.")
	errNotOnRecord = fault.New(fault.Conflict, "registration.not_on_record",
		"NIK ini tidak ada di register. Perbaiki register dulu, atau tolak pendaftaran ini.",
		"This NIK is not in the register. Mend the register first, or refuse this registration.")
	errHasLogin = fault.New(fault.Conflict, "registration.has_login",
		"Warga ini sudah punya akun yang aktif. Pastikan dulu orangnya benar, lalu pilih \"ganti akun\".",
		"This person has an active login already. Make sure who it is, then choose \"replace the login\".")
	errMayNotReplace = fault.New(fault.Forbidden, "registration.may_not_replace",
		"Warga ini sudah punya akun yang aktif. Mengganti akun hanya dilakukan petugas atau sekretaris di kantor.",
		"This person has an active login already. Only an officer or the secretary replaces a login.")
	errOwnFamily = fault.New(fault.Forbidden, "registration.own_family",
		"Ini pendaftaran Anda sendiri atau keluarga Anda. Minta rekan lain memeriksanya.",
		"This registration is your own or your family's. Ask a colleague to check it.")
	errRefusalReason = fault.New(fault.Invalid, "registration.reason",
		"Pilih alasan penolakan; untuk alasan lain, tulis penjelasannya.",
		"Choose why it is refused; for another reason, write an explanation.")
)

// replacers are the roles that may give a living login to somebody new.
var replacers = []string{"officer", "secretary"}

// confirmRegistration opens the login with the password that was typed. Its
// photo is deleted; what remains is who compared it, and what agreed.
func confirmRegistration(e *core.RequestEvent) error {
	asked := struct {
		Replace bool `json:"replace"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errRegistrationDecided.Because(err)
	}
	var registration, account *core.Record
	former := ""
	err := e.App.RunInTransaction(func(tx core.App) error {
		one, record, err := stillWaiting(tx, e.Auth, e.Request.PathValue("id"))
		if err != nil {
			return err
		}
		resident, err := tx.FindRecordById("residents", one.Resident)
		if err != nil {
			return errNotOnRecord
		}
		if err := mayOpenLogin(tx, e.Auth, one, resident, asked.Replace); err != nil {
			return err
		}
		if account, former, err = openLogin(tx, resident, record); err != nil {
			return err
		}
		record.Set("resident", resident.Id)
		record.Set("hamlet", one.Hamlet)
		record.Set("replaced", one.account() == "active")
		registration = record
		if err := settle(tx, record, one, confirmed, e.Auth); err != nil {
			return err
		}
		return refuseOthers(tx, one, e.Auth)
	})
	if err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, audit.Purpose{Kind: audit.Upkeep}, audit.Changed, registration.GetString("resident"))
	tellDecision(e.App, registration)
	tellReplaced(e.App, account, former)
	return e.JSON(http.StatusOK, map[string]any{"state": confirmed})
}

// mayOpenLogin says why a registration cannot be confirmed as it stands.
func mayOpenLogin(tx core.App, officer *core.Record, one candidate, resident *core.Record, replace bool) error {
	kin, err := delegation.KinOf(tx, officer.GetString("resident"))
	if err != nil {
		return err
	}
	switch {
	case resident.GetString("life_status") != "hidup":
		return errNotLiving
	case one.account() == "off":
		return errSwitchedOff
	case kin.Own(resident.Id, ""):
		return errOwnFamily
	case one.account() != "active":
		return nil
	case !slices.Contains(replacers, officer.GetString("role")):
		return errMayNotReplace
	case !replace:
		return errHasLogin
	}
	return nil
}

// openLogin sets the password whose hash the registration kept. Old sessions and
// codes end with it. former is the confirmed e-mail that the login had, if any.
func openLogin(tx core.App, resident, registration *core.Record) (account *core.Record, former string, err error) {
	account, err = accountOf(tx, resident)
	if err != nil {
		return nil, "", err
	}
	former = account.GetString("mail")
	account.SetRaw(core.FieldNamePassword, &core.PasswordFieldValue{Hash: registration.GetString("password_hash")})
	account.RefreshTokenKey()
	dropCodes(account)
	account.Set("activated_at", types.NowDateTime())
	account.Set("language", registration.GetString("language"))
	if phone := registration.GetString("phone"); phone != "" {
		account.Set("phone", phone)
	}
	if address := registration.GetString("email"); address != "" {
		account.Set("mail", "") // that of a login which is replaced must not open this one
		account.Set("mail_new", address)
	} else if !account.IsNew() {
		account.Set("mail", "")
	}
	return account, former, tx.Save(account)
}

// refuseRegistration closes one without opening anything.
func refuseRegistration(e *core.RequestEvent) error {
	asked := struct {
		Reason string `json:"reason"`
		Note   string `json:"note"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errRefusalReason.Because(err)
	}
	if _, err := opened(e); err != nil {
		return err
	}
	asked.Note = strings.TrimSpace(asked.Note)
	if !slices.Contains(RefusalReasons, asked.Reason) {
		return errRefusalReason.At("reason", errRefusalReason)
	}
	if asked.Reason == "other" && len([]rune(asked.Note)) < 5 {
		return errRefusalReason.At("note", errRefusalReason)
	}
	var registration *core.Record
	err := e.App.RunInTransaction(func(tx core.App) error {
		one, record, err := stillWaiting(tx, e.Auth, e.Request.PathValue("id"))
		if err != nil {
			return err
		}
		record.Set("reason", asked.Reason)
		record.Set("note", asked.Note)
		registration = record
		return settle(tx, record, one, refused, e.Auth)
	})
	if err != nil {
		return err
	}
	tellDecision(e.App, registration)
	return e.JSON(http.StatusOK, map[string]any{"state": refused})
}

// stillWaiting reads behind the write lock: of two who decide at once, one is told.
func stillWaiting(tx core.App, officer *core.Record, id string) (candidate, *core.Record, error) {
	one, err := openedBy(tx, officer, id)
	if err != nil {
		return one, nil, err
	}
	if one.State != waiting {
		return one, nil, errRegistrationDecided
	}
	record, err := tx.FindRecordById("registrations", id)
	return one, record, err
}

// settle closes a registration: the photo and the password's hash go, the result
// of the comparison stays. officer is nil for the clock.
func settle(tx core.App, record *core.Record, one candidate, state string, officer *core.Record) error {
	record.Set("state", state)
	record.Set("match", one.agreement())
	record.Set("photo", nil)
	record.Set("photo_size", 0)
	record.Set("password_hash", "")
	record.Set("device", "")
	record.Set("decided_at", types.NowDateTime())
	if officer != nil {
		record.Set("decided_by", officer.Id)
		record.Set("decided_name", officer.GetString("name"))
	}
	return tx.Save(record)
}

// refuseOthers closes what else was sent for a NIK that has its login now. If it
// was the real owner who came second, they learn of it and come to the counter.
func refuseOthers(tx core.App, one candidate, officer *core.Record) error {
	others, err := tx.FindAllRecords("registrations", dbx.HashExp{"nik": one.NIK, "state": waiting})
	if err != nil {
		return err
	}
	for _, other := range others {
		other.Set("reason", "another_confirmed")
		theirs := one
		theirs.KK, theirs.Name, theirs.BirthDate = other.GetString("kk"), other.GetString("name"), other.GetString("birth_date")
		if err := settle(tx, other, theirs, refused, officer); err != nil {
			return err
		}
	}
	return nil
}
