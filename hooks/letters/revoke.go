package letters

import (
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errIssued = fault.New(fault.Forbidden, "letter.issued",
		"Surat yang sudah terbit tidak dapat diubah atau dihapus. Cabut surat itu, atau terbitkan penggantinya.",
		"An issued letter cannot be changed or deleted. Revoke it, or issue one that replaces it.")
	errNoLetter = fault.New(fault.NotFound, "letter.not_found",
		"Surat tidak ditemukan.",
		"No such letter.")
	errRevoked = fault.New(fault.Conflict, "letter.revoked_already",
		"Surat ini sudah dicabut atau diganti sebelumnya.",
		"This letter was revoked or replaced before.")
	errRevocation = fault.New(fault.Invalid, "letter.revocation",
		"Pencabutan belum lengkap. Perbaiki bagian yang ditandai.",
		"The revocation is not complete. Please mend the marked parts.")
	errNoReason = fault.New(fault.Invalid, "letter.no_reason",
		"Tulis alasan pencabutan. Alasan ini tampil bagi siapa pun yang memeriksa surat.",
		"Write why the letter is revoked. Whoever checks the letter will see it.")
	errNotRevoker = fault.New(fault.Forbidden, "letter.not_revoker",
		"Surat dicabut atau diganti oleh pimpinan atau sekretaris, atau yang bertindak untuk mereka. Teruskan kepada mereka.",
		"A letter is revoked or replaced by the head or the secretary, or whoever acts for them. Pass it on to them.")
	errOwnLetter = fault.New(fault.Forbidden, "letter.own",
		"Surat untuk diri sendiri atau keluarga serumah diputuskan oleh pejabat lain.",
		"A letter of your own or of your household is for another official to decide.")
	errSignerReplaces = fault.New(fault.Forbidden, "letter.signer_replaces",
		"Surat pengganti harus ditandatangani oleh kepala desa atau sekretaris desa.",
		"A replacement has to be signed by the village head or the secretary.")
)

// refuse keeps what was issued as it is.
func refuse(*core.RecordEvent) error { return errIssued }

// whoRevokes is the request hook of revocations: it says who acts and drops
// what is not the client's to say.
func whoRevokes(e *core.RecordRequestEvent) error {
	letter, kind, reason := e.Record.GetString("letter"), e.Record.GetString("kind"), e.Record.GetString("reason")
	clean := core.NewRecord(e.Collection)
	clean.Load(map[string]any{"letter": letter, "kind": kind, "reason": reason, "actor": e.Auth.Id})
	if e.HasSuperuserAuth() {
		clean.Set("actor_kind", "superuser")
		clean.Set("actor_name", "Admin")
	} else {
		clean.Set("actor_kind", "officer")
		clean.Set("actor_name", e.Auth.GetString("name"))
	}
	id := e.Record.Id
	e.Record.Load(clean.FieldsData())
	e.Record.Id = id
	return e.Next()
}

// revoke is the model hook of revocations. Replacing one issues the new letter
// in the same transaction, from the request's answers and today's register.
func revoke(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		letter, err := tx.FindRecordById("letters", e.Record.GetString("letter"))
		if err != nil {
			return errNoLetter
		}
		capacity, err := capacityToRevoke(tx, e.Record, letter)
		if err != nil {
			return err
		}
		if e.Record.GetString("reason") == "" {
			return errRevocation.At("reason", errNoReason)
		}
		if _, err := tx.FindFirstRecordByData("letter_revocations", "letter", letter.Id); err == nil {
			return errRevoked
		}
		if e.Record.GetDateTime("at").IsZero() {
			e.Record.Set("at", types.NowDateTime())
		}
		if e.Record.GetString("kind") == Replaced {
			if err := replace(tx, e.Record, letter, capacity); err != nil {
				return err
			}
		}
		return e.Next()
	})
}

// capacityToRevoke is in whose place an officer revokes a letter, or why they
// may not. Rights are those of this moment; admins keep order, without any.
func capacityToRevoke(tx core.App, revocation, letter *core.Record) (*delegation.Capacity, error) {
	if revocation.GetString("actor_kind") != "officer" {
		return nil, nil
	}
	staff, err := delegation.StaffOf(tx)
	if err != nil {
		return nil, err
	}
	person, today := staff.People[revocation.GetString("actor")], office.Today(tx)
	kin, err := delegation.KinOf(tx, person.Resident)
	switch {
	case err != nil:
		return nil, err
	case !person.InOffice(today):
		return nil, errNotRevoker
	case kin.Own(letter.GetString("resident"), ""):
		return nil, errOwnLetter
	case mayRevoke(person.Role):
		return nil, nil
	}
	for _, power := range staff.Powers(person.ID, today) {
		if mayRevoke(power.Post) && power.For(letter.GetString("service")) {
			return delegation.CapacityOf(&power, ""), nil
		}
	}
	return nil, errNotRevoker
}

func mayRevoke(post string) bool {
	return post == delegation.VillageHead || post == delegation.Secretary
}

func replace(tx core.App, revocation, letter *core.Record, capacity *delegation.Capacity) error {
	if revocation.GetString("actor_kind") != "officer" {
		return errSignerReplaces
	}
	request, err := tx.FindRecordById("requests", letter.GetString("request"))
	if err != nil {
		return err
	}
	replacement, err := issue(tx, order{
		request: request, signer: revocation.GetString("actor"), capacity: capacity, replaces: letter.Id,
		at: time.Now().UTC().Truncate(time.Millisecond),
	})
	if err != nil {
		return err
	}
	revocation.Set("replacement", replacement.Id)
	return nil
}
