package beneficiaries

import (
	"slices"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errFields = fault.New(fault.Invalid, "benefit.fields",
		"Penerima bantuan belum tersimpan. Perbaiki isian yang ditandai.",
		"The beneficiary was not saved. Mend the marked fields.")
	errNobody = fault.New(fault.Invalid, "benefit.nobody",
		"Pilih warga, keluarga, atau kelompok yang menerima.",
		"Choose the person, the household or the group that gets it.")
	errNotLiving = fault.New(fault.Invalid, "benefit.not_living",
		"{name} tidak lagi tercatat sebagai warga yang hidup dan tinggal di sini. Bantuan hanya untuk warga yang masih ada.",
		"{name} is no longer registered as living here. Aid goes only to people who do.")
	errReceiver = fault.New(fault.Invalid, "benefit.receiver",
		"Yang menerima untuk sebuah keluarga harus anggota keluarga itu yang masih ada.",
		"Whoever receives for a household must be one of its living members.")
	errWhat = fault.New(fault.Invalid, "benefit.what",
		"Isi jumlah uang dalam rupiah penuh, atau barang yang diterima.",
		"Enter the amount in whole rupiah, or what is given in kind.")
	errDay = fault.New(fault.Invalid, "benefit.day",
		"Tanggal ditulis tahun-bulan-tanggal, misalnya 2026-11-24.",
		"Write the day as year-month-day, for example 2026-11-24.")
	errSpan = fault.New(fault.Invalid, "benefit.span",
		"Tanggal selesai tidak boleh sebelum tanggal mulai.", "The last day cannot be before the first.")
	errStatus = fault.New(fault.Conflict, "benefit.status",
		"Status ini tidak dapat berubah seperti itu. Muat ulang halaman; mungkin sudah diubah petugas lain.",
		"The status cannot change like that. Reload the page: another officer may have changed it.")
	errReason = fault.New(fault.Invalid, "benefit.reason",
		"Pilih alasan bantuan dihentikan.", "Choose why the aid stops.")
	errAlready = fault.New(fault.Conflict, "benefit.already",
		"{name} sudah ada di daftar program ini. Buka barisnya, lalu ubah di sana.",
		"{name} is on this program's list already. Open that line and change it there.")
	errDouble = fault.New(fault.Conflict, "benefit.double",
		"Sudah menerima bantuan lain: {list}. Bila tetap ditetapkan, pilih alasannya.",
		"Gets other aid already: {list}. If it is right all the same, choose why.")
	errFixed = fault.New(fault.Invalid, "benefit.fixed",
		"Program dan penerima tidak diganti. Hentikan yang ini dengan alasan, lalu catat yang benar.",
		"Program and beneficiary do not change. Stop this one with a reason, and record the right one.")
	errPaid = fault.New(fault.Conflict, "benefit.paid",
		"Penerima yang sudah dibayar tidak dihapus. Hentikan dengan alasan.",
		"Who was paid is not deleted. Stop it with a reason.")
)

// most is the largest amount a period that can be meant, in rupiah.
const most = 1_000_000_000

// keep is the model hook of every change: whoever makes it, what is saved makes
// sense, and is told to whom it concerns.
func keep(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		var was *core.Record
		if !e.Record.IsNew() {
			var err error
			if was, err = tx.FindRecordById("beneficiaries", e.Record.Id); err != nil {
				return err
			}
		}
		if err := sound(tx, e.Record, was); err != nil {
			return err
		}
		if err := e.Next(); err != nil {
			return err
		}
		return tellOf(tx, e.Record, statusOf(was))
	})
}

func statusOf(record *core.Record) string {
	if record == nil {
		return ""
	}
	return record.GetString("status")
}

func sound(tx core.App, record, was *core.Record) error {
	fill(tx, record)
	if was != nil && (was.GetString("program") != record.GetString("program") || was.GetString("target") != record.GetString("target") ||
		was.GetString("household") != record.GetString("household") || was.GetString("target") == OfPerson && was.GetString("resident") != record.GetString("resident")) {
		return errFixed
	}
	if !MayBecome(statusOf(was), record.GetString("status")) {
		return errStatus
	}
	for _, check := range []func(core.App, *core.Record, *core.Record) error{soundTarget, soundFields, soundStop, soundStart} {
		if err := check(tx, record, was); err != nil {
			return err
		}
	}
	return nil
}

// fill puts in what goes without saying.
func fill(tx core.App, record *core.Record) {
	if record.GetString("status") == "" {
		record.Set("status", Candidate)
	}
	if record.GetString("period") == "" {
		record.Set("period", Monthly)
	}
	if record.GetString("starts_on") == "" {
		record.Set("starts_on", office.Today(tx))
	}
	switch record.GetString("target") {
	case OfPerson:
		record.Set("household", "")
	case OfGroup:
		record.Set("household", "")
		record.Set("resident", "")
	}
	if record.GetString("target") != OfGroup {
		record.Set("group_name", "")
		record.Set("group_members", 0)
	}
}

// soundTarget wants somebody of the register, once in a program, and takes the
// hamlet from there.
func soundTarget(tx core.App, record, was *core.Record) error {
	switch record.GetString("target") {
	case OfPerson:
		return soundPerson(tx, record, was)
	case OfHousehold:
		return soundFamily(tx, record, was)
	}
	record.Set("group_name", strings.TrimSpace(record.GetString("group_name")))
	if record.GetString("group_name") == "" {
		return errFields.At("group_name", errNobody)
	}
	if record.GetString("hamlet") == "" {
		return errFields.At("hamlet", errNobody)
	}
	return nil
}

func soundPerson(tx core.App, record, was *core.Record) error {
	person, err := tx.FindRecordById("residents", record.GetString("resident"))
	if err != nil {
		return errFields.At("resident", errNobody.Because(err))
	}
	if was == nil {
		if err := onlyOnce(tx, record, dbx.HashExp{"target": OfPerson, "resident": person.Id}, person.GetString("name")); err != nil {
			return err
		}
	}
	record.Set("hamlet", person.GetString("hamlet"))
	if becomesActive(record, was) && person.GetString("life_status") != living {
		return errFields.At("resident", errNotLiving.With("name", person.GetString("name")))
	}
	return nil
}

// soundFamily: who receives for a household is its head unless somebody says
// otherwise.
func soundFamily(tx core.App, record, was *core.Record) error {
	family, err := tx.FindRecordById("households", record.GetString("household"))
	if err != nil {
		return errFields.At("household", errNobody.Because(err))
	}
	record.Set("hamlet", family.GetString("hamlet"))
	if record.GetString("resident") == "" {
		record.Set("resident", headOf(tx, family.Id))
	}
	name := nameIn(tx, record.GetString("resident"))
	if was == nil {
		if err := onlyOnce(tx, record, dbx.HashExp{"target": OfHousehold, "household": family.Id}, name); err != nil {
			return err
		}
	}
	changed := was == nil || was.GetString("resident") != record.GetString("resident")
	if !changed && !becomesActive(record, was) {
		return nil
	}
	here, err := tx.CountRecords("residents", dbx.HashExp{"id": record.GetString("resident"), "household": family.Id, "life_status": living})
	if err == nil && here == 0 {
		err = errFields.At("resident", errReceiver)
	}
	if err == nil && changed && record.GetString("attention") == NewReceiver {
		record.Set("attention", "")
		record.Set("attention_on", "")
	}
	return err
}

func onlyOnce(tx core.App, record *core.Record, same dbx.HashExp, name string) error {
	same["program"] = record.GetString("program")
	there, err := tx.CountRecords("beneficiaries", same)
	if err == nil && there > 0 {
		err = errAlready.With("name", name)
	}
	return err
}

func soundFields(_ core.App, record, _ *core.Record) error {
	unsound := errFields
	if amount := record.GetInt("amount"); amount < 0 || amount > most || amount == 0 && strings.TrimSpace(record.GetString("in_kind")) == "" {
		unsound = unsound.At("amount", errWhat)
	}
	for _, field := range []string{"starts_on", "ends_on", "stopped_on", "attention_on"} {
		if day := record.GetString(field); day != "" && !isDay(day) {
			unsound = unsound.At(field, errDay)
		}
	}
	if ends := record.GetString("ends_on"); ends != "" && isDay(ends) && ends < record.GetString("starts_on") {
		unsound = unsound.At("ends_on", errSpan)
	}
	if len(unsound.Fields) > 0 {
		return unsound
	}
	return nil
}

// soundStop wants a reason and a day of what stops, and none of what goes on.
func soundStop(tx core.App, record, _ *core.Record) error {
	if record.GetString("status") != Stopped {
		for _, field := range []string{"stopped_for", "stopped_on", "stopped_event"} {
			record.Set(field, "")
		}
		if record.GetString("attention") == MayResume {
			record.Set("attention", "")
			record.Set("attention_on", "")
		}
		return nil
	}
	if !slices.Contains(Reasons, record.GetString("stopped_for")) {
		return errFields.At("stopped_for", errReason)
	}
	if record.GetString("stopped_on") == "" {
		record.Set("stopped_on", office.Today(tx))
	}
	return nil
}

// soundStart warns of what the same people get already: it is never taken
// silently, and never refused to somebody who says why.
func soundStart(tx core.App, record, was *core.Record) error {
	if !becomesActive(record, was) || record.GetString("double_for") != "" {
		return nil
	}
	doubles, err := doublesOf(tx, record.Id, record.GetString("target"), record.GetString("resident"), record.GetString("household"))
	if err != nil || len(doubles) == 0 {
		return err
	}
	told := doubleFault(doubles)
	return told.At("double_for", told)
}

func doubleFault(doubles []Double) *fault.Fault {
	var id, en []string
	for _, double := range doubles {
		who := ""
		if double.Name != "" {
			who = " (" + double.Name + ")"
		}
		title := double.TitleEN
		if title == "" {
			title = double.Title
		}
		id, en = append(id, double.Title+who), append(en, title+who)
	}
	return errDouble.WithText("list", strings.Join(id, ", "), strings.Join(en, ", "))
}

func becomesActive(record, was *core.Record) bool {
	return record.GetString("status") == Active && statusOf(was) != Active
}

// keepPaid stops deletion of who was paid; payments are the village's money.
func keepPaid(e *core.RecordEvent) error {
	paid, err := e.App.CountRecords("benefit_payments", dbx.HashExp{"beneficiary": e.Record.Id})
	if err == nil && paid > 0 {
		err = errPaid
	}
	if err != nil {
		return err
	}
	return e.Next()
}

// headOf is the living head of a household, or whoever is oldest in it.
func headOf(app core.App, household string) (id string) {
	_ = app.DB().NewQuery(`SELECT id FROM residents WHERE household = {:household} AND life_status = 'hidup'
		ORDER BY family_role != 'kepala keluarga', birth_date LIMIT 1`).Bind(dbx.Params{"household": household}).Row(&id)
	return id
}

func nameIn(app core.App, resident string) (name string) {
	_ = app.DB().Select("name").From("residents").Where(dbx.HashExp{"id": resident}).Row(&name)
	return name
}
