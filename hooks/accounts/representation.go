package accounts

import (
	"slices"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

// States of a representation.
const (
	asked  = "asked"
	active = "active"
	ended  = "ended"
)

// Grounds on which somebody may be represented.
const (
	elder      = "elder"
	disability = "disability"
)

// Grounds are all of them.
var Grounds = []string{elder, disability}

// elderAge is from when the law speaks of an elder (UU 13/1998 art. 1).
const elderAge = 60 // years

var (
	errNoSuchRepresentation = fault.New(fault.NotFound, "representation.not_there",
		"Catatan pendamping ini tidak ditemukan, atau bukan warga wilayah Anda.",
		"There is no such record of a carer, or it is none of your hamlets'.")
	errRepresentationForm = fault.New(fault.Invalid, "representation.form",
		"Ada isian yang perlu diperbaiki.",
		"Some answers need mending.")
	errRepresentationNIK = fault.New(fault.Invalid, "representation.nik",
		"NIK terdiri dari 16 angka. Periksa lagi kartunya.",
		"A NIK has 16 digits. Check the card again.")
	errRepresentationName = fault.New(fault.Invalid, "representation.name",
		"Tulis nama lengkapnya seperti di KTP.",
		"Write the full name as on the identity card.")
	errGround = fault.New(fault.Invalid, "representation.ground",
		"Pilih alasannya: lanjut usia atau penyandang disabilitas.",
		"Choose why: an elder, or a person with a disability.")
	errNotOnRegister = fault.New(fault.Conflict, "representation.not_on_record",
		"NIK ini tidak ada di register sebagai warga yang masih hidup. Periksa NIK pada KTP-nya.",
		"This NIK is not in the register as a living resident. Check the NIK on the identity card.")
	errSamePerson = fault.New(fault.Invalid, "representation.same_person",
		"Pendamping dan yang didampingi adalah orang yang sama.",
		"The carer and the person cared for are the same.")
	errNotAmongYours = fault.New(fault.Conflict, "representation.not_among_yours",
		"Salah satu NIK ini tidak tercatat sebagai warga wilayah Anda. Periksa kedua kartunya; untuk warga wilayah lain, minta petugas kantor mencatatnya.",
		"One of these NIKs is not on record in your hamlets. Check both cards; for people of other hamlets, ask an officer at the office.")
	errOwnCarer = fault.New(fault.Forbidden, "representation.own_family",
		"Ini menyangkut Anda sendiri atau keluarga Anda. Minta rekan lain memeriksa dan mencatatnya.",
		"This is about yourself or your family. Ask a colleague to check and record it.")
	errNoGround = fault.New(fault.Conflict, "representation.no_ground",
		"Menurut register orang ini belum 60 tahun dan tidak tercatat sebagai penyandang disabilitas. Perbarui register dulu bila ada surat keterangannya.",
		"By the register this person is below 60 and has no disability on record. Update the register first if there is a paper about it.")
	errUntil = fault.New(fault.Invalid, "representation.until",
		"Pilih tanggal akhir antara besok dan dua tahun lagi.",
		"Choose a last day between tomorrow and two years from now.")
	errAskedAlready = fault.New(fault.Conflict, "representation.asked_already",
		"Permintaan ini sudah ada, atau pendamping ini sudah tercatat.",
		"This was asked already, or this carer is on record already.")
	errTooManyAsked = fault.New(fault.TooMany, "representation.too_many",
		"Anda sudah meminta untuk beberapa orang. Tunggu jawaban kantor dulu, atau datang ke loket.",
		"You have asked for several people already. Wait for the office's answer, or come to the counter.")
)

// mayBeRepresented tells whether the register gives a ground. born is "YYYY-MM-DD".
func mayBeRepresented(born, disability string, today time.Time) bool {
	day, err := time.Parse(time.DateOnly, born)
	if err == nil && !day.AddDate(elderAge, 0, 0).After(today) {
		return true
	}
	disability = strings.ToLower(strings.TrimSpace(disability))
	return disability != "" && disability != "-" && !strings.HasPrefix(disability, "tidak")
}

// living finds a resident by NIK.
func living(app core.App, nik string) (*core.Record, error) {
	resident, err := app.FindFirstRecordByData("residents", "nik", onlyDigits(nik))
	if err != nil || resident.GetString("life_status") != "hidup" {
		return nil, errNotOnRegister
	}
	return resident, nil
}

// readUntil takes a day from tomorrow to two years ahead; none is a year from today.
func readUntil(app core.App, typed string) (string, error) {
	today, err := time.Parse(time.DateOnly, office.Today(app))
	if err != nil {
		return "", err
	}
	if typed == "" {
		return today.AddDate(1, 0, 0).Format(time.DateOnly), nil
	}
	day, err := time.Parse(time.DateOnly, typed)
	if err != nil || !day.After(today) || day.After(today.AddDate(2, 0, 0)) {
		return "", errRepresentationForm.At("until", errUntil)
	}
	return typed, nil
}

// begin confirms a representation for somebody whom the register knows. Officers
// set nobody of their own household beside a resident, nor anybody beside theirs.
func begin(tx core.App, record, resident, officer *core.Record, until string) error {
	kin, err := delegation.KinOf(tx, officer.GetString("resident"))
	if err != nil {
		return err
	}
	today, err := time.Parse(time.DateOnly, office.Today(tx))
	switch {
	case err != nil:
		return err
	case resident.Id == record.GetString("carer"):
		return errSamePerson
	case kin.Own(resident.Id, ""), kin.Own(record.GetString("carer"), ""):
		return errOwnCarer
	case !mayBeRepresented(resident.GetString("birth_date"), resident.GetString("disability"), today):
		return errNoGround
	}
	twice, err := tx.CountRecords("representations",
		dbx.HashExp{"carer": record.GetString("carer"), "resident": resident.Id, "state": active}, dbx.Not(dbx.HashExp{"id": record.Id}))
	if err != nil {
		return err
	}
	if twice > 0 {
		return errAskedAlready
	}
	record.Load(map[string]any{
		"resident": resident.Id, "nik": "", "name": resident.GetString("name"), "state": active, "until": until,
		"confirmed_by": officer.Id, "confirmed_name": officer.GetString("name"), "confirmed_at": types.NowDateTime(),
	})
	return tx.Save(record)
}

// end closes one for good; by is carer, resident or office, and "" when its time
// was over. What the carer filed goes over to the represented with it: see
// takeOver in hooks/requests.
func end(tx core.App, record *core.Record, by, name, reason string) error {
	record.Load(map[string]any{
		"state": ended, "ended_by": by, "ended_name": name, "ended_at": types.NowDateTime(), "reason": reason, "nik": "",
	})
	return tx.Save(record)
}

// endOver ends those whose last day has passed.
func endOver(app core.App) {
	over, err := app.FindAllRecords("representations", dbx.HashExp{"state": active},
		dbx.NewExp("until != '' AND until < {:today}", dbx.Params{"today": office.Today(app)}))
	for _, one := range over {
		if failed := end(app, one, "", "", ""); failed != nil {
			err = failed
		}
	}
	if err != nil {
		app.Logger().Error("carers whose time is over were not ended", "error", err)
	}
}

func knownGround(ground string) bool { return slices.Contains(Grounds, ground) }
